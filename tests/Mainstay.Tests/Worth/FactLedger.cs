using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth;

/// <summary>A ledger filled line by line and fact by fact, without files.</summary>
internal sealed class FactLedger : IDisposable
{
    private readonly SqlSession _sql;
    private int _rows;

    public FactLedger()
    {
        Ledger = LedgerDatabase.OpenInMemoryAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        _sql = new(Ledger.Connect(), TestContext.Current.CancellationToken);
        Run("insert into imports values (1, uuid(), 'orders', 'orders', 'test', timestamptz '2024-12-31 12:00:00Z', 1, 1, 0, 0, 0, null, null, null)");
    }

    public LedgerDatabase Ledger { get; }

    public BusinessSettings Settings { get; set; } = new() { Currency = "USD", MarginRateDeclared = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public WorthReports Reports => new(Ledger);

    public void Dispose()
    {
        _sql.Connection.Dispose();
        Ledger.Dispose();
    }

    public FactLedger Customer(string key)
    {
        Run($"insert into customers select {Id(key)}, '{key}', null, null, null, false where not exists (select 1 from customers where customer_key = '{key}')");
        return this;
    }

    /// <summary>An order of one line.</summary>
    public FactLedger Order(
        string? customer, string day, decimal revenue, decimal? cost = null, string? channel = null, decimal? discount = null)
    {
        if (customer is not null)
            Customer(customer);
        Run("insert into order_lines (line_id, import_number, live, content, order_id, customer_id, row_number, day, "
            + "discount, amount, line_cost, exchange_rate, revenue, cost, channel) values "
            + $"(uuid(), 1, true, uuid(), md5('o{++_rows}')::uuid, {Id(customer)}, {_rows}, '{day}', {Number(discount)}, "
            + $"{Number(revenue)}, {Number(cost)}, 1, {Number(revenue)}, {Number(cost)}, {Text(channel)})");
        return this;
    }

    /// <summary>A fact of any kind; the views give its columns their names.</summary>
    public FactLedger Fact(
        string kind, string? customer = null, string? day = null, string? until = null, string? name = null,
        string? channel = null, string? detail = null, decimal? quantity = null, decimal? minutes = null,
        decimal? share = null, decimal? amount = null, string mark = "measured", string? other = null)
    {
        foreach (var key in new[] { customer, other }.OfType<string>())
            Customer(key);
        Run("insert into facts (fact_id, import_number, live, content, kind, customer_id, other_customer_id, row_number, "
            + "day, until, name, channel, detail, quantity, minutes, share, file_amount, exchange_rate, amount, mark) values "
            + $"(uuid(), 1, true, uuid(), '{kind}', {Id(customer)}, {Id(other)}, {++_rows}, {Text(day)}, {Text(until)}, "
            + $"{Text(name)}, {Text(channel)}, {Text(detail)}, {Number(quantity)}, {Number(minutes)}, {Number(share)}, "
            + $"{Number(amount)}, 1, {Number(amount)}, '{mark}')");
        return this;
    }

    /// <summary>The analysis of what stands there now.</summary>
    public async Task<Snapshot> AnalyzeAsync(string asOf)
    {
        Derive();
        using var store = new SnapshotStore(Ledger);
        return await store.GetOrCreateAsync(
            new() { AsOf = DateOnly.Parse(asOf, CultureInfo.InvariantCulture), Settings = Settings, Model = "bg-nbd" },
            Token);
    }

    public void Run(string statement) => _sql.Execute(statement);

    public void Derive()
    {
        Run("create temp table if not exists touched_customers (customer_id uuid)");
        PurchaseDays.DeriveAll(_sql);
        Run("update ledger_info set value = cast(cast(value as bigint) + 1 as varchar) where name = 'ledger_version'");
    }

    private static string Id(string? key) => key is null ? "null" : $"md5('{key}')::uuid";

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
