using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Mainstay.Ledger.Engines;

/// <summary>
/// One embedded <c>.sql</c> file: a single statement with a header that states its question, grain, parameters
/// and columns. The file sits beside the C# that runs it and is found by that neighbour's namespace.
/// </summary>
public sealed partial record SqlFile(string Name, string Text, IReadOnlyList<SqlParameterInfo> Parameters)
{
    private static readonly ConcurrentDictionary<(Assembly, string), SqlFile> Loaded = new();

    /// <summary>The file <paramref name="name"/>.sql in the namespace of <typeparamref name="TNeighbour"/>.</summary>
    public static SqlFile Beside<TNeighbour>(string name) => Beside(typeof(TNeighbour), name);

    /// <summary>The file <paramref name="name"/>.sql in the namespace of <paramref name="neighbour"/>.</summary>
    public static SqlFile Beside(Type neighbour, string name) =>
        Loaded.GetOrAdd((neighbour.Assembly, $"{neighbour.Namespace}.{name}.sql"), key => Read(key.Item1, key.Item2));

    /// <summary>Every embedded statement of an assembly, in ordinal order of resource name.</summary>
    public static IReadOnlyList<SqlFile> All(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(assembly, name))];

    private static SqlFile Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return new SqlFile(resource[..^".sql".Length], text, ParametersOf(text));
    }

    private static List<SqlParameterInfo> ParametersOf(string text)
    {
        var header = ParamsLine().Match(text);
        return header.Success
            ? [.. Parameter().Matches(header.Groups["list"].Value)
                .Select(match => new SqlParameterInfo(match.Groups["name"].Value, match.Groups["type"].Value))]
            : [];
    }

    [GeneratedRegex(
        @"^--\s*Params\s+(?<list>.*(\n--\s{8,}\$.*)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParamsLine();

    [GeneratedRegex(
        @"\$(?<name>\w+)\s+(?<type>[a-z]+(\(\d+,\s*\d+\))?)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
