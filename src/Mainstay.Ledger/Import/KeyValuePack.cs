using System.Text.RegularExpressions;

namespace Mainstay.Ledger.Import;

/// <summary>WebToffee's <c>key:value|key:value</c> cells. A bar inside a value is a letter unless a key follows it.</summary>
internal static partial class KeyValuePack
{
    /// <summary>The pairs of a cell; of a repeated key the first counts.</summary>
    public static Dictionary<string, string> Read(string pack)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Bar().Split(pack))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                pairs.TryAdd(part[..colon].Trim(), part[(colon + 1)..].Trim());
        }

        return pairs;
    }

    /// <summary>Several packs in one cell, a semicolon or a line between them.</summary>
    public static IReadOnlyList<Dictionary<string, string>> ReadAll(string packs) =>
        [.. Between().Split(packs).Select(Read).Where(pairs => pairs.Count > 0)];

    [GeneratedRegex(@"\|(?=[A-Za-z_]+:)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bar();

    [GeneratedRegex(@";\s*(?=[A-Za-z_]+:)|\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
