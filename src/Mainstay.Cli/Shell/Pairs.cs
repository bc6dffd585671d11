namespace Mainstay.Cli.Shell;

/// <summary>Words such as <c>customer=Buyer</c> as names and values; the last one of a name wins.</summary>
internal static class Pairs
{
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> words)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            pairs[word[..equals].Trim()] = word[(equals + 1)..].Trim();
        }

        return pairs;
    }
}
