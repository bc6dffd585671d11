using System.Diagnostics;
using System.Text;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Schema;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth;

/// <summary>Analyses kept in a ledger: computed once, listed, exported and explained.</summary>
public sealed class SnapshotTests : IDisposable
{
    private static readonly AnalysisRequest s_request =
        new() { AsOf = new DateOnly(2024, 6, 1), Settings = new() { Currency = "EUR" } };

    private readonly LedgerDatabase _ledger =
        LedgerDatabase.OpenInMemoryAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private readonly SnapshotStore _store;
    private readonly SnapshotCustomers _customers;

    public SnapshotTests()
    {
        _store = new SnapshotStore(_ledger);
        _customers = new SnapshotCustomers(_ledger);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public async Task An_analysis_is_computed_once_per_ledger_version_settings_and_as_of()
    {
        Fill(customers: 30);
        Assert.Null(await _store.LatestAsync(Token));
        var first = await _store.GetOrCreateAsync(s_request, Token);
        Assert.Equal(first.Id, (await _store.GetOrCreateAsync(s_request, Token)).Id);
        Assert.Equal(first.Id, (await _store.LatestAsync(Token))!.Id);

        var earlier = await _store.GetOrCreateAsync(s_request with { AsOf = new DateOnly(2024, 5, 1) }, Token);
        var dearer = await _store.GetOrCreateAsync(s_request with { Settings = s_request.Settings with { MarginRate = 0.4m } }, Token);
        Assert.Equal(3, new[] { first.Id, earlier.Id, dearer.Id }.Distinct().Count());
        Assert.InRange(dearer.Document.MarginToDate - (first.Document.NetRevenue * 0.4m), -0.01m, 0.01m);

        Run("update ledger_info set value = '7' where name = 'ledger_version'");
        var later = await _store.GetOrCreateAsync(s_request, Token);
        Assert.Equal((7, first.Document.NetRevenue), (later.LedgerVersion, later.Document.NetRevenue));
    }

    [Fact]
    public async Task An_analysis_under_which_the_ledger_changes_is_of_one_version_all_the_same()
    {
        Fill(customers: 30);
        var before = (await _store.GetOrCreateAsync(s_request, Token)).Document.NetRevenue;
        var version = Scalar("select cast(value as bigint) from ledger_info where name = 'ledger_version'");
        using var written = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            while (!written.IsCancellationRequested)
                SellOnce(revenue: 10);
        }, Token);

        // However long it takes until so many orders were sold, some in the middle of an analysis.
        var sold = 0L;
        while (sold < 20)
        {
            var snapshot = await _store.GetOrCreateAsync(s_request, Token);
            sold = snapshot.LedgerVersion - version;
            Assert.Equal(before + (10 * sold), snapshot.Document.NetRevenue);
        }

        await written.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_kept_document_reads_back_as_it_was_written()
    {
        Fill(customers: 30);
        var snapshot = await _store.GetOrCreateAsync(s_request, Token);
        var again = (await _store.LatestAsync(Token))!;
        Assert.Equal(Json(snapshot.Document), Json(again.Document));
    }

    [Fact]
    public async Task Old_snapshots_make_room()
    {
        Fill(customers: 20);
        for (var day = 1; day <= 5; day++)
            await _store.GetOrCreateAsync(s_request with { AsOf = new DateOnly(2024, 5, day) }, Token);
        Assert.Equal((3L, 60L), (Scalar("select count(*) from snapshots"), Scalar("select count(*) from customer_snapshots")));
    }

    [Fact]
    public async Task Customers_are_searched_filtered_sorted_and_paged()
    {
        Fill(customers: 30);
        var snapshot = await _store.GetOrCreateAsync(s_request, Token);
        var page = await List(snapshot, new() { Sort = "margin_to_date", Count = 3, Offset = 1 });
        Assert.Equal(30, page.Total);
        Assert.Equal(["c023", "c019", "c026"], page.Customers.Select(customer => customer.Customer));
        Assert.Equal(["c000"], (await List(snapshot, new() { Search = "NAME 0@" })).Customers.Select(c => c.Customer));
        Assert.Equal(["c027", "c023"],
            (await List(snapshot, new() { Tier = "gold", Sort = "customer" })).Customers.Select(c => c.Customer));
        Assert.Equal(["c000", "c001"],
            (await List(snapshot, new() { Sort = "customer", Descending = false, Count = 2 })).Customers.Select(c => c.Customer));
        Assert.Equal(0, (await List(snapshot, new() { Search = "' or 1=1 --" })).Total);
        Assert.Equal(0, (await List(snapshot, new() { State = "won_back" })).Total);
        await Assert.ThrowsAsync<ArgumentException>(() => List(snapshot, new() { Sort = "email; drop table" }));
    }

    [Fact]
    public async Task The_whole_result_is_exported_not_only_the_page()
    {
        Fill(customers: 30);
        var snapshot = await _store.GetOrCreateAsync(s_request, Token);
        using var stream = new MemoryStream();
        await _customers.WriteCsvAsync(snapshot, new() { Stage = "repeat_customer", Count = 2 }, stream, Token);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(CustomerCsv.Header, lines[0]);
        Assert.Equal((await List(snapshot, new() { Stage = "repeat_customer" })).Total, lines.Length - 1);
    }

    [Fact]
    public async Task Every_sum_in_an_explanation_is_the_sum_of_its_children_down_to_order_lines()
    {
        Fill(customers: 30);
        Run("insert into refund_matches select uuid(), customer_id, order_id, day, date '2024-05-20', 3.333, null, 'order' "
            + "from order_lines where customer_id = (select customer_id from customers where customer_key = 'c004') order by day limit 1");
        Run("insert into refund_matches select uuid(), customer_id, null, null, date '2024-05-21', 1.11, null, null "
            + "from customers where customer_key = 'c004'");
        DeriveDays();
        var snapshot = await _store.GetOrCreateAsync(s_request, Token);
        var explanation = (await _customers.ExplainAsync(snapshot, "c004", Token))!;
        var customer = (await _customers.FindAsync(snapshot, "c004", Token))!;
        Assert.Equal(customer.LifetimeValue ?? customer.MarginToDate, explanation.Value);
        var margin = explanation.Children[0];
        Assert.Equal(("margin_to_date", customer.MarginToDate), (margin.Name, margin.Value));
        Assert.Contains(margin.Children, child => child.Name.StartsWith("order R4-1", StringComparison.Ordinal));
        Assert.Contains(margin.Children, child => child.Name == "refund, 2024-05-21, of no known order");
        Assert.Equal("residual_value", explanation.Children[1].Name);
        Assert.All(Nodes(explanation).Where(node => node.Formula == CustomerExplanation.Sum),
            node => Assert.Equal(node.Value, node.Children.Sum(child => child.Value ?? 0)));
        Assert.Null(await _customers.ExplainAsync(snapshot, "nobody", Token));
    }

    [Fact]
    public async Task A_page_of_a_hundred_thousand_customers_is_quick()
    {
        Fill(customers: 1);
        var snapshot = await _store.GetOrCreateAsync(s_request, Token) with { Id = Guid.Parse("018f0000-0000-7000-8000-000000000000") };
        Run("insert into customer_snapshots select '018f0000-0000-7000-8000-000000000000', uuid(), 'c' || i, 'Name ' || i, i || '@example.com', "
            + "'lead', 'active', 'thin', 1, 1, 2, 3, .5, 'mbg-nbd', 1, 1, 1, .3, i, i % 977, i % 977, '2024-01-01', '2024-01-02', 1, 1, false, 0, i % 977, 0 "
            + "from range(100000) t(i)");
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var page = await List(snapshot, new() { Search = "99", Sort = "residual_value" });
        process.Refresh();
        Assert.True(page.Total > 1000);
        Assert.InRange((process.TotalProcessorTime - before).TotalMilliseconds, 0, 1000);
    }

    private Task<CustomerPage> List(Snapshot snapshot, CustomerListRequest request) =>
        _customers.ListAsync(snapshot, request, Token);

    private static IEnumerable<CustomerExplanation> Nodes(CustomerExplanation node) =>
        node.Children.SelectMany(Nodes).Prepend(node);

    private static string Json(AnalysisDocument document) =>
        System.Text.Json.JsonSerializer.Serialize(document, AnalysisJson.Default.AnalysisDocument);

    /// <summary>Customer i buys i % 4 + 1 times, 10 + i each time.</summary>
    private void Fill(int customers)
    {
        Run("insert into customers select uuid(), 'c' || lpad(cast(i as varchar), 3, '0'), 'Name ' || i, 'Name ' || i || '@example.com', "
            + $"null, false from range({customers}) t(i)");
        Run("insert into order_lines (line_id, import_number, live, content, order_id, customer_id, row_number, order_ref, day, sku, amount, "
            + "exchange_rate, revenue, cost) select uuid(), 1, true, uuid(), uuid(), customer_id, 1, 'R' || i || '-' || k, "
            + "date '2024-01-01' + cast(i % 40 + k * 11 as integer), 'sku', 10 + i + 0.0049, 1, 10 + i + 0.0049, null "
            + "from (select customer_id, cast(substr(customer_key, 2) as integer) as i from customers) c, range(1, 5) r(k) where k <= i % 4 + 1");
        DeriveDays();
    }

    private void DeriveDays()
    {
        using var connection = _ledger.Connect();
        DeriveDays(new(connection, Token));
    }

    private static void DeriveDays(SqlSession sql)
    {
        sql.Execute("create temp table touched_customers (customer_id uuid)");
        PurchaseDays.DeriveAll(sql);
    }

    /// <summary>One more order of an old customer, and the ledger's next version, at one stroke.</summary>
    private void SellOnce(int revenue)
    {
        using var connection = _ledger.Connect();
        using var transaction = connection.BeginTransaction();
        var sql = new SqlSession(connection, Token);
        sql.Execute("insert into order_lines (line_id, import_number, live, content, order_id, customer_id, row_number, "
            + "order_ref, day, sku, amount, exchange_rate, revenue, cost) select uuid(), 2, true, uuid(), uuid(), customer_id, 1, "
            + $"'more', date '2024-03-01', 'sku', {revenue}, 1, {revenue}, null from customers where customer_key = 'c007'");
        DeriveDays(sql);
        sql.Execute("update ledger_info set value = cast(cast(value as bigint) + 1 as varchar) where name = 'ledger_version'");
        transaction.Commit();
    }

    private void Run(string statement)
    {
        using var connection = _ledger.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private long Scalar(string query)
    {
        using var connection = _ledger.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
