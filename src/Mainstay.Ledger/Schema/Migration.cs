using System.Globalization;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Schema;

/// <summary>One forward step of the ledger's schema: a numbered file with one statement.</summary>
internal sealed record Migration(int Number, string Name, string Statement)
{
    private const string Folder = ".Schema.Migrations.";
    private const int NumberWidth = 4;

    /// <summary>The engine this step is for, where the others have no use for it: <c>0020_name.postgres</c>.</summary>
    private string? Engine => Name.Split('.') is [_, var engine] ? engine : null;

    /// <summary>Every step in order; the highest number is the schema this program needs.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. SqlFile.All(typeof(Migration).Assembly)
            .Where(file => file.Name.Contains(Folder, StringComparison.Ordinal))
            .Select(Of)
            .OrderBy(migration => migration.Number)];

    /// <summary>Whether an engine has anything to do at this step.</summary>
    public bool IsFor(ILedgerEngine engine) => Engine is null || Engine == engine.Name;

    /// <summary>
    /// The newest definition of a view of the ledger's as a temporary table over relations of the same names: where facts
    /// never change, it is computed once.
    /// </summary>
    public static string TemporaryTable(string view) =>
        All.Last(migration => migration.Name[NumberWidth..] == $"_{view}").Statement
            .Replace($"create view {view} ", $"create temp table {view} ", StringComparison.Ordinal);

    private static Migration Of(SqlFile file)
    {
        var name = file.Name[(file.Name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
        return new Migration(int.Parse(name.AsSpan(0, NumberWidth), CultureInfo.InvariantCulture), name, file.Text);
    }
}
