namespace Mainstay.Ledger.Settings;

/// <summary>Finds the name somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to <paramref name="word"/>, if it is near enough to be worth asking about.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var wanted = word.ToUpperInvariant();
        var (best, distance) = candidates
            .Select(candidate => (Name: candidate, Distance: Distance(wanted, candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .FirstOrDefault((Name: "", Distance: int.MaxValue));
        return distance <= Math.Max(2, word.Length / 3) ? best : null;
    }

    /// <summary>A sentence to end a message with: <c> Did you mean …?</c>, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } near ? $" Did you mean {near}?" : "";

    /// <summary>Edits that turn one word into the other, a swap of neighbours being one.</summary>
    private static int Distance(string from, string to)
    {
        var d = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
            for (var j = 1; j <= to.Length; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }

        return d[from.Length, to.Length];
    }
}
