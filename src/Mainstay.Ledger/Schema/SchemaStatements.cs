using System.Text.RegularExpressions;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Schema;

/// <summary>The migrations by what they make, for those who have to make it again elsewhere.</summary>
internal static partial class SchemaStatements
{
    /// <summary>The statements that make a table: as it was first, then every column added since.</summary>
    public static IEnumerable<string> Table(string name) =>
        from migration in Migration.All
        where migration.IsFor(LedgerEngine.Server)
        let made = Making().Match(migration.Statement)
        let added = Adding().Match(migration.Statement)
        where ((made.Success && made.Groups["kind"].Value == "table" && made.Groups["name"].Value == name)
            || (added.Success && added.Groups["name"].Value == name)) && !IsGone(migration, "table", name)
        select migration.Statement;

    /// <summary>Every view in the order it can be made.</summary>
    public static IReadOnlyList<(string Name, string Statement)> Views { get; } = [.. Made("view")];

    /// <summary>The indexes of a table on a PostgreSQL server.</summary>
    public static IEnumerable<string> Indexes(string table) =>
        from migration in Migration.All
        where migration.IsFor(LedgerEngine.Server)
        let index = Index().Match(migration.Statement)
        where index.Success && index.Groups["table"].Value == table && !IsGone(migration, "table", table)
        select migration.Statement;

    private static IEnumerable<(string Name, string Statement)> Made(string kind) =>
        from migration in Migration.All
        let made = Making().Match(migration.Statement)
        let name = made.Groups["name"].Value
        where made.Success && made.Groups["kind"].Value == kind && !IsGone(migration, kind, name)
        select (name, migration.Statement);

    private static bool IsGone(Migration made, string kind, string name) =>
        Migration.All.Any(later => later.Number > made.Number && later.IsFor(LedgerEngine.Server)
            && Dropping().Match(later.Statement) is { Success: true } dropped
            && dropped.Groups["kind"].Value == kind && dropped.Groups["name"].Value == name);

    [GeneratedRegex(
        @"^create (?<kind>table|view) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Making();

    [GeneratedRegex(
        @"^drop (?<kind>table|view) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dropping();

    [GeneratedRegex(
        @"^alter table (?<name>\w+) add column", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Adding();

    [GeneratedRegex(
        @"^create (unique )?index \w+ on (?<table>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Index();
}
