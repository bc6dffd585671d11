using System.Reflection;
using System.Text.RegularExpressions;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Worth;

namespace Mainstay.Tests.Engines;

/// <summary>A statement of the product: one file, or one for each engine.</summary>
/// <param name="Name">File name without folder, engine and ending.</param>
/// <param name="Files">By engine; both the same where there is one text.</param>
internal sealed partial record Statement(string Name, IReadOnlyDictionary<string, SqlFile> Files)
{
    private static readonly Assembly[] s_homes = [typeof(LedgerDatabase).Assembly, typeof(CustomerAnalysis).Assembly];

    /// <summary>Every one there is, but for the schema's steps, which opening a ledger runs.</summary>
    public static IReadOnlyList<Statement> All { get; } =
    [
        .. from home in s_homes
           from file in SqlFile.All(home)
           where !file.Name.Contains(".Migrations.", StringComparison.Ordinal)
           group file by EngineSuffix().Replace(file.Name, "") into files
           orderby files.Key
           select new Statement(files.Key[(files.Key.LastIndexOf('.') + 1)..], ByEngine([.. files])),
    ];

    /// <summary>The table that an insert, update, delete or definition leaves changed; null for a query.</summary>
    public string? Target => Change().Match(Body) is { Success: true } change ? change.Groups["table"].Value : null;

    /// <summary>Whether it makes a table or view.</summary>
    public bool Defines => Body.StartsWith("create", StringComparison.Ordinal);

    /// <summary>Whether it says in which order its rows come.</summary>
    public bool IsOrdered => Order().IsMatch(Body);

    private string Body => string.Join('\n', Files.Values.First().Text.Split('\n')
        .Where(line => !line.StartsWith("--", StringComparison.Ordinal)));

    public override string ToString() => Name;

    private static Dictionary<string, SqlFile> ByEngine(IReadOnlyList<SqlFile> files)
    {
        var byEngine = new Dictionary<string, SqlFile>(StringComparer.Ordinal);
        foreach (var engine in (string[])["duckdb", "postgres"])
        {
            var own = files.FirstOrDefault(file => file.Name.EndsWith($".{engine}", StringComparison.Ordinal));
            if ((own ?? files.FirstOrDefault(file => !EngineSuffix().IsMatch(file.Name))) is { } file)
                byEngine.Add(engine, file);
        }

        return byEngine;
    }

    [GeneratedRegex(@"\.(duckdb|postgres)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EngineSuffix();

    [GeneratedRegex(
        @"^\s*(insert\s+into|update|delete\s+from|create\s+(temp\s+)?(table|view))\s+(?<table>\w+)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Change();

    /// <summary>The last clause but for limit and offset; one inside brackets closes them after it.</summary>
    [GeneratedRegex(@"\norder by(?![\s\S]*\norder by)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Order();
}
