using System.Data.Common;
using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>A ledger in memory, rows to import into it, and its four relations as comparable lines.</summary>
internal sealed class TestLedger : IDisposable
{
    private const string StagedTable =
        """
        create or replace temp table staged_rows (
            staged_id bigint, row_number bigint, order_ref varchar, line_ref varchar, customer_key varchar, email varchar, name varchar,
            country varchar, ordered_at timestamptz, day date, sku varchar, description varchar, quantity decimal(19,4),
            unit_price decimal(19,4), discount decimal(19,4), amount decimal(19,4), cost decimal(19,4), currency varchar,
            channel varchar, member varchar, status varchar, cancelled_on date, is_refund boolean, contradiction boolean)
        """;

    public TestLedger(LedgerDatabase database)
    {
        Database = database;
        Staging = database.ConnectForStaging();
        Connection = database.Address.Shown.StartsWith("postgres", StringComparison.Ordinal) ? database.Connect() : Staging;
    }

    public LedgerDatabase Database { get; }

    /// <summary>Where rows to import wait.</summary>
    public DuckDbConnection Staging { get; }

    public DbConnection Connection { get; }

    public BusinessSettings Settings { get; set; } = new() { Currency = "EUR" };

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public static async Task<TestLedger> OpenAsync(string path) => new(await LedgerDatabase.OpenAsync(path));

    public Task<ImportReport> ImportAsync(params StagedRow[] rows)
    {
        Stage(rows);
        return OrderImport.CommitAsync(Database, Staging, Options(rows));
    }

    public Task<ImportReport> TryAsync(params StagedRow[] rows)
    {
        Stage(rows);
        return OrderImport.TryAsync(Database, Staging, Options(rows));
    }

    public Task<ImportEntry> UndoAsync(long importNumber) => ImportLog.UndoAsync(Database, importNumber, Clock);

    /// <summary>The four relations, each row as text, sorted: equal lists mean equal ledgers.</summary>
    public IReadOnlyList<string> Contents() =>
    [
        .. Rows("select 'line', customer_id, order_id, day, revenue, cost, sku, cancelled_on from current_order_lines"),
        .. Rows("select 'refund', customer_id, order_id, order_day, day, amount, cost_returned, matched_by from current_refunds"),
        .. Rows("select 'customer', customer_id, customer_key, name, email, country, is_lead from current_customers"),
        .. Rows("select 'member', customer_id, programme, valid_from, valid_until from current_memberships"),
    ];

    public T Scalar<T>(string sql) => Connection.ExecuteScalar<T>(sql)!;

    public IReadOnlyList<string> Rows(string sql) => Rows(Connection, sql);

    public static IReadOnlyList<string> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column =>
                reader.IsDBNull(column) ? "-" : FormattableString.Invariant($"{Value(reader, column)}"))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public void Stage(IReadOnlyList<StagedRow> rows)
    {
        Staging.Execute(StagedTable);
        using var appender = Staging.CreateAppender("staged_rows");
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            appender.AppendRow((long)i, i + 2L, row.Order, row.Line, row.Customer, row.Email, row.Name, row.Country, row.At, row.Day,
                row.Sku, row.Description, row.Quantity, null, null, row.Amount, row.Cost, row.Currency, null, row.Member,
                row.CancelledOn is null ? "placed" : "cancelled", row.CancelledOn, row.Amount < 0, false);
        }

        appender.Close();
    }

    public ImportOptions Options(IReadOnlyList<StagedRow> rows) => new()
    {
        FileName = "orders.csv",
        RowsRead = rows.Count,
        Settings = Settings,
        Clock = Clock,
    };

    public void Dispose()
    {
        Connection.Dispose();
        Staging.Dispose();
        Database.Dispose();
    }

    private static object Value(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DateTime { TimeOfDay.Ticks: 0 } midnight => DateOnly.FromDateTime(midnight),
        var value => value,
    };

    internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
