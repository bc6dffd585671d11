using System.Text;
using System.Text.RegularExpressions;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>One fact entered by hand: read by the rules of a file with one row, and an import of its own.</summary>
public static partial class FactEntry
{
    /// <summary>What such an import is called in the list of imports.</summary>
    public const string FileName = "entered in the dashboard";

    /// <summary>Takes the fact in, unless something is wrong with it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="values">What was entered, by field; days as 2024-04-25.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="clock">What is later than today, and when it was entered.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public static Task<FactEntryResult> CommitAsync(
        LedgerDatabase ledger, FactFileKind kind, IReadOnlyDictionary<string, string> values, BusinessSettings settings,
        TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(ledger, kind, values, settings, clock, isDryRun: false, cancellationToken);

    /// <summary>As <see cref="CommitAsync"/>, with everything put back.</summary>
    /// <inheritdoc cref="CommitAsync"/>
    public static Task<FactEntryResult> TryAsync(
        LedgerDatabase ledger, FactFileKind kind, IReadOnlyDictionary<string, string> values, BusinessSettings settings,
        TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(ledger, kind, values, settings, clock, isDryRun: true, cancellationToken);

    private static async Task<FactEntryResult> RunAsync(
        LedgerDatabase ledger, FactFileKind kind, IReadOnlyDictionary<string, string> values, BusinessSettings settings,
        TimeProvider clock, bool isDryRun, CancellationToken cancellationToken)
    {
        using var connection = ledger.ConnectForStaging();
        var faults = Stage(connection, FactShapes.Of(kind), values, settings);
        if (faults.Count > 0)
            return new(null, faults);
        var options = new ImportOptions
        {
            FileName = FileName,
            Kind = FactImport.NameOf(kind),
            RowsRead = 1,
            Settings = settings,
            Clock = clock,
        };
        var tried = await FactImport.RunAsync(ledger, connection, options, kind, isDryRun: true, cancellationToken);
        if (tried.FirstRefused is [var refused, ..])
            return Whole($"It cannot be taken in: {refused.Reason}.");
        if (tried.Created + tried.Updated == 0)
            return Whole("The ledger knows just this already.");
        return new(isDryRun
            ? tried
            : await FactImport.RunAsync(ledger, connection, options, kind, isDryRun: false, cancellationToken), faults);
    }

    private static FactEntryResult Whole(string fault) =>
        new(null, new Dictionary<string, string>(StringComparer.Ordinal) { [""] = fault });

    /// <summary>Stages the fact; what is wrong with it otherwise.</summary>
    private static Dictionary<string, string> Stage(
        DuckDbConnection connection, FactShape shape, IReadOnlyDictionary<string, string> values, BusinessSettings settings)
    {
        const char Delimiter = ',';
        var names = shape.Fields.Select(field => field.Name).ToArray();
        var row = DelimitedLine.Of(names.Select(name => OneLine(values.GetValueOrDefault(name, ""))), Delimiter);
        var columns = FactColumns.Require(shape, FileName, names, new Dictionary<string, string>());
        var cells = new FactCells(
            columns, new CellFormats(null, values.Values.Any(DecimalComma().IsMatch), NamesCurrency: false, HasInstants: false, []),
            new BusinessCalendar(settings), currency: null);
        var memory = new MemoryStream(Encoding.UTF8.GetBytes(row + "\n"));
        using var reader = new DelimitedReader(new TextStream(memory, memory), Delimiter, (byte)'\n', FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!reader.Read() || reader.IsBlank())
            faults.Add("", "Nothing was entered.");
        else
            faults = cells.FaultsOf(reader);
        if (faults.Count > 0)
            return faults;
        using var staging = new FactStaging(connection);
        new FactRows(columns, cells, FactDrivers.None, staging).Take(reader);
        staging.Complete();
        foreach (var reject in staging.FirstRejects)
            faults[""] = char.ToUpperInvariant(reject.Reason[0]) + reject.Reason[1..] + ".";
        return faults;
    }

    /// <summary>As <c>12,5</c>; <c>1,200</c> stays twelve hundred.</summary>
    [GeneratedRegex(@"^\s*[\d.]*,\d{1,2}\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalComma();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
