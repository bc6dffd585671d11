using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import;

/// <summary>
/// The tables files are read into. Only the columns the files fill are stored; the view <c>staged_lines</c> offers
/// all of them, and <c>staged_rows</c> the customer's key beside them. They are temporary: they vanish with the
/// connection and leave no trace in a ledger. Mutable: rows are appended until completion.
/// </summary>
internal sealed class StagingTables : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly StagedColumns _columns;
    private readonly DuckDbAppender _lines;
    private readonly DuckDbAppender _rejects;

    /// <summary>Makes the tables afresh on this connection.</summary>
    public StagingTables(DuckDbConnection connection, StagedColumns columns)
    {
        _connection = connection;
        _columns = columns;
        foreach (var (kind, name) in StagingLayout.Relations)
            Run($"drop {kind} if exists {name}");
        Run($"create temp table staged_cells ({StagingLayout.Definition(columns)})");
        Run($"create temp table staged_customers (customer_number integer, customer_key varchar)");
        Run($"create temp table staged_rejects (row_number bigint, reason varchar, original varchar, file_number integer)");
        _lines = connection.CreateAppender("staged_cells");
        _rejects = connection.CreateAppender("staged_rejects");
    }

    /// <summary>The customers met so far.</summary>
    public CustomerKeys Customers { get; } = new();

    /// <summary>Appends a row; returns its customer's number, −1 when unassigned.</summary>
    public int Append(in StagedLine line, int file)
    {
        if (Fills(StagedColumns.File))
            _lines.Append(file);
        _lines.Append(line.Row);
        var customer = line.Customer.Length == 0 ? -1 : Customers.Number(line.Customer);
        if (customer < 0)
            _lines.AppendNull();
        else
            _lines.Append(customer);
        _lines.Append(DayOf(line.Moment.Day));
        if (Fills(StagedColumns.Amount))
            _lines.Append(new DuckDbDecimal(line.Amount, 4));
        if ((_columns & ~(StagedColumns.File | StagedColumns.Amount)) != StagedColumns.None)
            AppendDetails(line);
        _lines.EndRow();
        return customer;
    }

    /// <summary>Keeps a row that could not be understood.</summary>
    public void Reject(RejectedRow row, int file)
    {
        _rejects.Append(row.RowNumber);
        _rejects.Append(row.Reason);
        _rejects.Append(row.Original);
        _rejects.Append(file);
        _rejects.EndRow();
    }

    /// <summary>Stores what is still in hand and lays the views over it.</summary>
    public void Complete()
    {
        _lines.Close();
        _rejects.Close();
        using (var customers = _connection.CreateAppender("staged_customers"))
        {
            for (var number = 0; number < Customers.Count; number++)
            {
                customers.Append(number);
                customers.AppendUtf8(Customers[number]);
                customers.EndRow();
            }
        }

        Run($"create temp view staged_lines as select {StagingLayout.Selection(_columns)} from staged_cells");
        Run($"create temp view staged_rows as {SqlFile.Beside<StagingTables>("rows_as_understood").Text}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _rejects.Dispose();
    }

    private void AppendDetails(in StagedLine line)
    {
        Text(StagedColumns.Order, line.Order);
        Text(StagedColumns.Line, line.Line);
        Text(StagedColumns.Email, line.Email);
        Text(StagedColumns.Name, line.Name);
        Text(StagedColumns.Country, line.Country);
        if (Fills(StagedColumns.OrderedAt))
            _lines.Append<DateTimeOffset>(line.Moment.IsInstant
                ? DateTimeOffset.UnixEpoch.AddTicks(line.Moment.Micros * TimeSpan.TicksPerMicrosecond) : null);
        Text(StagedColumns.Sku, line.Sku);
        Text(StagedColumns.Description, line.Description);
        Number(StagedColumns.Quantity, line.Quantity);
        Number(StagedColumns.UnitPrice, line.UnitPrice);
        Number(StagedColumns.Discount, line.Discount);
        Number(StagedColumns.Cost, line.Cost);
        if (Fills(StagedColumns.Currency))
            _lines.Append(line.Currency);
        Text(StagedColumns.Channel, line.Channel);
        Text(StagedColumns.Member, line.Member);
        if (Fills(StagedColumns.Cancelled))
            _lines.Append<DateOnly>(line.CancelledOn is { } cancelled ? DayOf(cancelled) : null);
        if (Fills(StagedColumns.Contradiction))
            _lines.Append(line.Contradiction);
    }

    /// <summary>Whether the column is stored.</summary>
    public bool Fills(StagedColumns column) => (_columns & column) != StagedColumns.None;

    private void Text(StagedColumns column, ReadOnlySpan<byte> text)
    {
        if (!Fills(column))
            return;
        if (text.Length == 0)
            _lines.AppendNull();
        else
            _lines.AppendUtf8(text);
    }

    private void Number(StagedColumns column, long? scaled)
    {
        if (!Fills(column))
            return;
        if (scaled is { } value)
            _lines.Append(new DuckDbDecimal(value, 4));
        else
            _lines.AppendNull();
    }

    private static DateOnly DayOf(int daysSince1970) => DateOnly.FromDayNumber(daysSince1970 + 719_162);

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
