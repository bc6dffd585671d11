using Mainstay.Ledger.Identity;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Identity;

public abstract class CustomerQueriesTests(TestEngine engine)
{
    public sealed class OnDuckDb() : CustomerQueriesTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : CustomerQueriesTests(TestEngine.Postgres);

    public sealed class OnServers() : CustomerQueriesTests(TestEngine.Servers);

    private static readonly DateOnly May = new(2024, 5, 1);

    [Fact]
    public async Task A_customer_is_found_by_key_or_by_email_in_any_letter_case()
    {
        using var ledger = await ShopAsync();

        Assert.Equal("Anna A.", Assert.Single(await CustomerLookup.FindAsync(ledger.Connection, "anna")).Name);
        Assert.Equal("anna", Assert.Single(await CustomerLookup.FindAsync(ledger.Connection, "ANNA@example.org")).CustomerKey);
        Assert.Empty(await CustomerLookup.FindAsync(ledger.Connection, "Anna"));
        Assert.Empty(await CustomerLookup.FindAsync(ledger.Connection, "' or 1=1 --"));
    }

    [Fact]
    public async Task The_lines_behind_a_customer_name_their_file_and_row()
    {
        using var ledger = await ShopAsync();
        var anna = (await CustomerLookup.FindAsync(ledger.Connection, "anna"))[0];

        var lines = await CustomerOrderLines.ReadAsync(ledger.Connection, anna.CustomerId);

        Assert.Equal([("100", "tea", "Green tea", 20m, 2L), ("100", "cup", null, 5m, 3L), ("101", null, null, 9m, 4L)],
            lines.Select(line => (line.OrderRef, line.Sku, line.Description, line.Revenue, line.RowNumber)));
        Assert.All(lines, line => Assert.Equal(("orders.csv", 1L), (line.FileName, line.ImportNumber)));
    }

    [Fact]
    public async Task A_timeline_tells_orders_cancellations_refunds_memberships_and_imports_newest_first()
    {
        using var ledger = await ShopAsync();
        var anna = (await CustomerLookup.FindAsync(ledger.Connection, "anna"))[0];

        var timeline = await CustomerTimeline.ReadAsync(ledger.Connection, anna.CustomerId, "Pacific/Auckland");

        Assert.Equal(
        [
            new TimelineEntry(new DateOnly(2026, 1, 2), "import", "orders.csv", null, null, null),
            new TimelineEntry(May.AddDays(4), "refund", null, -7m, null, null),
            new TimelineEntry(May.AddDays(4), "refund", "100", -25m, null, "order_id"),
            new TimelineEntry(May.AddDays(3), "cancellation", "101", -9m, 1, null),
            new TimelineEntry(May.AddDays(2), "order", "101", 9m, 1, null),
            new TimelineEntry(May, "membership", "Tea club", null, null, null),
            new TimelineEntry(May, "order", "100", 25m, 2, null),
        ], timeline.OrderByDescending(entry => entry.Day).ThenBy(entry => entry.Kind, StringComparer.Ordinal)
            .ThenBy(entry => entry.Reference, StringComparer.Ordinal));
        Assert.Equal(timeline.Select(entry => entry.Day).OrderDescending(), timeline.Select(entry => entry.Day));
    }

    [Fact]
    public async Task The_status_counts_what_counts()
    {
        using var ledger = await ShopAsync();
        await ledger.ImportAsync(new StagedRow { Customer = "zoe", Day = May, Amount = 1 });
        await ledger.UndoAsync(2);

        var status = await LedgerStatusQuery.ReadAsync(ledger.Connection);

        Assert.Equal((1, 1, 2, 4, 5, 1), (status.Imports, status.UndoneImports, status.Customers, status.Orders,
            status.OrderLines, status.UnassignedOrders));
        Assert.Equal((1, 1), (status.Refunds, status.UnlinkedRefunds));
        Assert.Equal((May, May.AddDays(6)), (status.FirstDay, status.LastDay));
    }

    [Fact]
    public async Task An_empty_ledger_has_a_status_too()
    {
        using var ledger = await engine.OpenAsync();
        var status = await LedgerStatusQuery.ReadAsync(ledger.Connection);
        Assert.Equal((0, 0, null), (status.Customers, status.OrderLines, status.FirstDay));
    }

    private async Task<TestLedger> ShopAsync()
    {
        var ledger = await engine.OpenAsync();
        var anna = new StagedRow { Customer = "anna", Email = "Anna@example.org", Name = "Anna A.", Day = May, Amount = 0 };
        await ledger.ImportAsync(
            anna with { Order = "100", Sku = "tea", Description = "Green tea", Amount = 20, Member = "Tea club" },
            anna with { Order = "100", Sku = "cup", Amount = 5 },
            anna with { Order = "101", Amount = 9, Day = May.AddDays(2), CancelledOn = May.AddDays(3) },
            anna with { Order = "100", Amount = -32, Day = May.AddDays(4) },
            new StagedRow { Customer = "ben", Order = "102", Amount = 3, Day = May.AddDays(5) },
            new StagedRow { Order = "103", Amount = 4, Day = May.AddDays(6) });
        return ledger;
    }
}
