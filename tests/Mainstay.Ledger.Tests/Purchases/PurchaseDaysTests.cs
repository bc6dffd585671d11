using Mainstay.Ledger.Settings;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Purchases;

public abstract class PurchaseDaysTests(TestEngine engine)
{
    public sealed class OnDuckDb() : PurchaseDaysTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : PurchaseDaysTests(TestEngine.Postgres);

    public sealed class OnServers() : PurchaseDaysTests(TestEngine.Servers);

    private const string Days =
        "select cast(day as varchar), cast(valid_from as varchar), cast(valid_until as varchar), spend, net_revenue from purchase_days";

    [Fact]
    public async Task Orders_of_one_day_are_one_row_that_holds_from_that_day_on() => await AssertDays(
        [Order("1", 1, 10), Order("2", 1, 5)], "01 | 01 | - | 15 | 15");

    [Fact]
    public async Task A_refund_changes_the_day_of_its_order_from_its_own_day_on() => await AssertDays(
        [Order("1", 1, 10), Order("1", 9, -4)], "01 | 01 | 09 | 10 | 10", "01 | 09 | - | 6 | 6");

    [Fact]
    public async Task A_full_refund_leaves_no_purchase_and_the_customer_is_not_forgotten() => await AssertDays(
        [Order("1", 1, 10), Order("1", 9, -4), Order("1", 11, -6)],
        "01 | 01 | 09 | 10 | 10", "01 | 09 | 11 | 6 | 6", "01 | 11 | - | - | 0");

    [Fact]
    public async Task Beside_a_kept_order_a_full_refund_leaves_the_day_a_purchase_day() => await AssertDays(
        [Order("1", 1, 10), Order("2", 1, 3), Order("1", 9, -10)], "01 | 01 | 09 | 13 | 13", "01 | 09 | - | 3 | 3");

    [Fact]
    public async Task An_order_counts_until_it_is_cancelled_and_its_refund_no_longer() => await AssertDays(
        [Order("1", 1, 10) with { CancelledOn = Day(20) }, Order("1", 9, -4)],
        "01 | 01 | 09 | 10 | 10", "01 | 09 | 20 | 6 | 6");

    [Fact]
    public async Task An_order_cancelled_on_its_own_day_never_was() =>
        await AssertDays([Order("1", 1, 10) with { CancelledOn = Day(1) }]);

    [Fact]
    public async Task A_refund_of_no_known_order_stands_on_its_own_day_and_is_no_purchase() => await AssertDays(
        [Order("1", 9, 10), Order(null, 3, -4), Order("1", 9, -12)],
        "03 | 03 | - | - | -4", "09 | 09 | - | - | -2");

    [Fact]
    public async Task A_zero_price_order_is_a_purchase_and_a_refund_of_nothing_else_does_not_end_it() => await AssertDays(
        [Order("1", 1, 0), Order(null, 1, -4)], "01 | 01 | - | 0 | -4");

    [Fact]
    public async Task Lines_cancelled_one_after_another_leave_an_order_that_its_refund_covers_in_the_end() => await AssertDays(
        [
            Order("1", 1, 10) with { Line = "a", CancelledOn = Day(5) }, Order("1", 1, 5) with { Line = "b", CancelledOn = Day(8) },
            Order("1", 2, 4) with { Line = "c" }, Order("1", 3, -4),
        ],
        "01 | 01 | 03 | 15 | 15", "01 | 03 | 05 | 11 | 11", "01 | 05 | 08 | 1 | 1", "01 | 08 | - | - | -4",
        "02 | 02 | 08 | 4 | 4", "02 | 08 | - | - | 4");

    [Fact]
    public async Task Costs_are_split_from_what_has_none_and_a_refund_takes_from_its_own_part()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Order("1", 1, 10) with { Cost = 4 }, Order("2", 1, 5), Order("1", 9, -10) with { Cost = 3 });

        Assert.Equal(
            ["2024-01-01 | 11.0000 | 5.0000", "2024-01-09 | 4.0000 | 5.0000"],   // 15 − 4, then less 10 and 3 come back
            ledger.Rows("select cast(valid_from as varchar), net_of_costs, estimated_revenue from purchase_days"));
    }

    [Fact]
    public async Task Days_move_and_money_changes_with_the_settings_they_rest_on()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(new StagedRow
        {
            Customer = "anna",
            Day = Day(1),
            At = new DateTimeOffset(2024, 1, 1, 23, 30, 0, TimeSpan.Zero),
            Amount = 10,
        });

        await SettingsInForce.AlignAsync(ledger.Database, ledger.Settings with { TimeZone = "Europe/Berlin" });

        Assert.Equal(["2024-01-02 | 2024-01-02 | - | 10.0000 | 10.0000"], ledger.Rows(Days));
    }

    [Fact]
    public async Task A_refund_that_names_an_order_and_no_customer_reaches_the_orders_owner_and_leaves_with_its_import()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Order("1", 1, 10));
        await ledger.ImportAsync(Order("1", 9, -4) with { Customer = null });

        Assert.Equal(["10.0000 | 10.0000", "6.0000 | 6.0000"], ledger.Rows("select spend, net_revenue from purchase_days"));
        await ledger.UndoAsync(2);

        Assert.Equal(["2024-01-01 | 2024-01-01 | - | 10.0000 | 10.0000"], ledger.Rows(Days));
    }

    private async Task AssertDays(StagedRow[] rows, params string[] expected)
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(rows);
        Assert.Equal(expected, ledger.Rows(
            """
            select substr(cast(day as varchar), 9), substr(cast(valid_from as varchar), 9), substr(cast(valid_until as varchar), 9),
                   cast(spend as integer), cast(net_revenue as integer)
            from   purchase_days
            """));
        Assert.All(DaysAsOf.Turns(ledger), asOf => DaysAsOf.AssertKeptIsAfresh(ledger, asOf));
    }

    private static StagedRow Order(string? order, int day, decimal amount) =>
        new() { Customer = "anna", Order = order, Day = Day(day), Amount = amount };

    private static DateOnly Day(int day) => new(2024, 1, day);
}
