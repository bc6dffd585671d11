using System.Text;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>
/// A table with a row per customer, group or cohort in place of an order log. It is read row by row; only distinct rows
/// are kept, by the reading.
/// </summary>
internal sealed class SummaryFile : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly string _path;
    private readonly ReadOptions _options;
    private readonly (AskedColumn Column, string Value)[] _only;

    private SummaryFile(
        DuckDbConnection connection, string path, ReadOptions options, SummaryColumns columns,
        IReadOnlyDictionary<string, string> only)
    {
        (_connection, _path, _options, Columns) = (connection, path, options, columns);
        _only = [.. only.Select(pair => (columns.Named($"--only {pair.Key}={pair.Value}", pair.Key), pair.Value))];
        Rejects = new(path);
    }

    /// <summary>Which column holds what.</summary>
    public SummaryColumns Columns { get; }

    /// <summary>Rows that could not be understood when last read.</summary>
    public RowRejects Rejects { get; private set; }

    /// <summary>Whether it writes numbers <c>1,5</c>; known once read.</summary>
    public bool DecimalComma { get; private set; }

    /// <summary>Opens the one file named, and reads its header.</summary>
    public static SummaryFile Open(Call call, ModelFiles files)
    {
        if (files.Reading.PathsOf(call) is not [var path])
        {
            throw new CommandFailedException(new Failure(
                "a summary is one file", Expected: "one FILE with --summary", Do: "put the rows into one file"));
        }

        files.RefuseOrderOptions(call);
        var reading = files.Reading.Of(call) with { LoneMarkIsDecimal = true };
        var map = reading.Map;
        var connection = new DuckDbConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            var known = SummaryField.All.SelectMany(field => field.Names).Concat(map.Values);
            var header = ColumnFile.Header(connection, path, [.. known], reading);
            return new(connection, path, reading, new(path, header, map), files.OnlyOf(call));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads the file once into a reading.</summary>
    /// <param name="call">For progress.</param>
    /// <param name="columns">What the reading asks for, in its order; null for what the file does not have.</param>
    /// <param name="begin">Gives the reading; asked again where the file turns out to be in another encoding.</param>
    /// <param name="expected">What a row should hold, for when none could be understood.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<TReading> ReadAsync<TReading>(
        Call call, IReadOnlyList<AskedColumn?> columns, Func<TReading> begin, string expected,
        CancellationToken cancellationToken)
        where TReading : ISummaryReading
    {
        using var line = new ProgressLine(call.Context.Error, call.Context.Interactive);
        var progress = new ReadingProgress(line);
        AskedColumn[] asked = [.. columns.OfType<AskedColumn>(), .. _only.Select(only => only.Column)];
        var named = asked.DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        int Place(AskedColumn? column) => column is null ? -1 : Array.FindIndex(
            named, each => string.Equals(each.Name, column.Name, StringComparison.OrdinalIgnoreCase));
        int[] places = [.. columns.Select(Place)];
        (int Place, byte[] Value)[] only =
            [.. _only.Select(each => (Place(each.Column), Encoding.UTF8.GetBytes(each.Value)))];
        var (reading, taken) = (default(TReading)!, 0L);
        var report = await Task.Run(
            () => ColumnFile.Read(_connection, _path, named, _options, Begin, progress, cancellationToken),
            cancellationToken);
        var none = taken == Rejects.Count;
        Rejects.AddFaults(report);
        if (taken == 0 && only.Length > 0)
            throw NoneChosen();
        return none
            ? throw Rejects.Nothing(expected, "check the columns; --map FIELD=COLUMN names others")
            : reading;

        ColumnRowVisitor Begin(bool decimalComma)
        {
            (reading, Rejects, taken, DecimalComma) = (begin(), new(_path), 0, decimalComma);
            return row =>
            {
                foreach (var (place, value) in only)
                {
                    if (!row[place].SequenceEqual(value))
                        return;
                }

                taken++;
                reading.Take(new(row, columns, places, decimalComma, Rejects));
            };
        }
    }

    public void Dispose() => _connection.Dispose();

    private CommandFailedException NoneChosen() => new(new Failure(
        "no row was chosen", Where: _path,
        Expected: $"rows with {string.Join(" and ", _only.Select(only => $"{only.Column.Name} {only.Value}"))}",
        Do: "check --only", Code: ExitCode.Incomplete));
}
