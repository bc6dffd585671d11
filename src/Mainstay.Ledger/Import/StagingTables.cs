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
    private readonly StagedLineAppender _lines;
    private readonly DuckDbAppender _rejects;
    private readonly SharedDays _sharedDays = new();

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
        _lines = new StagedLineAppender(connection.CreateAppender("staged_cells"), columns);
        _rejects = connection.CreateAppender("staged_rejects");
    }

    /// <summary>The customers met so far.</summary>
    public CustomerKeys Customers { get; } = new();

    /// <summary>Appends a row; returns its customer's number, −1 when unassigned.</summary>
    public int Append(in StagedLine line, int file)
    {
        var customer = line.Customer.Length == 0 ? -1 : Customers.Number(line.Customer);
        _lines.Append(line, customer, file);
        if (customer >= 0)
            _sharedDays.Add(customer, line.Moment.Day);
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
            foreach (var (number, key) in Customers.All())
            {
                customers.Append(number);
                customers.AppendUtf8(key.Span);
                customers.EndRow();
            }
        }

        if (_sharedDays.AreKnown)
            WriteSharedDays();
        Run($"create temp view staged_lines as select {StagingLayout.Selection(_columns)} from staged_cells");
        Run($"create temp view staged_rows as {SqlFile.Beside<StagingTables>("rows_as_understood").Text}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _rejects.Dispose();
    }

    /// <summary>Whether the column is stored.</summary>
    public bool Fills(StagedColumns column) => (_columns & column) != StagedColumns.None;

    private void WriteSharedDays()
    {
        Run("create temp table shared_days (customer_id integer, day date)");
        using var days = _connection.CreateAppender("shared_days");
        foreach (var (customer, day) in _sharedDays.All)
        {
            days.Append(customer);
            days.Append(Moment.Date(day));
            days.EndRow();
        }
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
