using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Mainstay.Ledger.Engines;

/// <summary>
/// One embedded <c>.sql</c> file: a single statement with a header that states its question, grain, parameters
/// and columns. The file sits beside the C# that runs it and is found by that neighbour's namespace. Where one text
/// cannot serve every engine there is a file for each: <c>name.duckdb.sql</c>, <c>name.postgres.sql</c>.
/// </summary>
public sealed partial record SqlFile(string Name, string Text, IReadOnlyList<SqlParameterInfo> Parameters)
{
    private static readonly ConcurrentDictionary<(Assembly, string), SqlFile> Loaded = new();

    private readonly ConcurrentDictionary<string, string> _statements = new(StringComparer.Ordinal);

    private Assembly? Home { get; init; }

    /// <summary>The file <paramref name="name"/>.sql in the namespace of <typeparamref name="TNeighbour"/>.</summary>
    public static SqlFile Beside<TNeighbour>(string name) => Beside(typeof(TNeighbour), name);

    /// <summary>The file <paramref name="name"/>.sql in the namespace of <paramref name="neighbour"/>.</summary>
    public static SqlFile Beside(Type neighbour, string name) =>
        Loaded.GetOrAdd((neighbour.Assembly, $"{neighbour.Namespace}.{name}"), key => Find(key.Item1, key.Item2));

    /// <summary>The statement as <paramref name="engine"/> takes it.</summary>
    public string For(ILedgerEngine engine) => _statements.GetOrAdd(
        engine.Name,
        name => engine.Statement(Home is { } home && Has(home, $"{Name}.{name}.sql") ? TextOf(home, $"{Name}.{name}.sql") : Text));

    /// <summary>Every embedded statement of an assembly, in ordinal order of resource name.</summary>
    public static IReadOnlyList<SqlFile> All(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(assembly, name))];

    private static SqlFile Find(Assembly assembly, string name)
    {
        if (Has(assembly, $"{name}.sql"))
            return Read(assembly, $"{name}.sql");
        var first = Read(assembly, $"{name}.duckdb.sql");
        return first with { Name = name, Home = assembly };
    }

    private static SqlFile Read(Assembly assembly, string resource)
    {
        var text = TextOf(assembly, resource);
        return new SqlFile(resource[..^".sql".Length], text, ParametersOf(text));
    }

    private static bool Has(Assembly assembly, string resource) => assembly.GetManifestResourceInfo(resource) is not null;

    private static string TextOf(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
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
