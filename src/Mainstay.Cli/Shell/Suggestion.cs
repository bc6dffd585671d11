namespace Mainstay.Cli.Shell;

/// <summary>Finds the word a person probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The candidate nearest to <paramref name="typed"/>, or null when none is near enough to be meant.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(word => (word, distance: Distance(typed.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.word is not null && best.distance <= Math.Max(1, best.word.Length / 3) + 1 ? best.word : null;
    }

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
