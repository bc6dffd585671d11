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

    /// <summary>Edits that turn one word into the other (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
