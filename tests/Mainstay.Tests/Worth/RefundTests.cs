namespace Mainstay.Tests.Worth;

/// <summary>domain.md §0: purchase days, cancellations and refunds as of as-of.</summary>
public class RefundTests
{
    [Fact]
    public void A_partial_refund_reduces_revenue_margin_and_the_days_spend_but_not_the_purchase()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        var order = shop.Order("a", "2024-02-01", 100);
        shop.Refund("a", "2024-02-10", 40, order, "2024-02-01");
        var document = shop.Analyze("2024-03-01");
        Assert.Equal((70m, 40m, 21m), (document.NetRevenue, document.Refunds, document.MarginToDate));
        Assert.Equal(1, shop.Of<long>("a", "frequency"));
        Assert.Equal(60.0, shop.Of<double>("a", "monetary_value"));
    }

    [Fact]
    public void A_refund_after_as_of_has_not_happened_yet()
    {
        using var shop = new Shop();
        var order = shop.Order("a", "2024-01-01", 100);
        shop.Refund("a", "2024-01-20", 100, order, "2024-01-01");
        var before = shop.Analyze("2024-01-19");
        Assert.Equal((100m, 1L, 1L), (before.NetRevenue, before.Customers, before.Quality.RowsAfterAsOf));
        var after = shop.Analyze("2024-01-20");
        Assert.Equal((0m, 0L, 0L), (after.NetRevenue, after.Customers, after.Quality.RowsAfterAsOf));
    }

    [Fact]
    public void A_fully_refunded_first_order_returns_the_customer_to_lead_and_keeps_the_loss()
    {
        using var shop = new Shop();
        var order = shop.Order("a", "2024-01-01", 100, cost: 60);
        shop.Refund("a", "2024-01-05", 100, order, "2024-01-01");
        var document = shop.Analyze("2024-02-01");
        Assert.Equal("lead", shop.Of<string>("a", "stage"));
        Assert.Null(shop.Of<string>("a", "state"));
        Assert.Equal((1L, 0m, -60m), (
            document.Quality.WithoutPurchase.Customers, document.Quality.WithoutPurchase.NetRevenue,
            document.Quality.WithoutPurchase.MarginToDate));
        Assert.Equal(-60m, document.MarginToDate);
    }

    [Fact]
    public void A_fully_refunded_order_beside_a_kept_one_leaves_the_day_a_purchase_day()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 30);
        var returned = shop.Order("a", "2024-01-01", 50);
        shop.Refund("a", "2024-01-03", 50, returned, "2024-01-01");
        var document = shop.Analyze("2024-02-01");
        Assert.Equal((1L, 1L, 30m), (document.Customers, document.Orders, document.NetRevenue));
    }

    [Fact]
    public void Refunds_in_parts_that_reach_the_order_total_are_a_full_refund()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 30);
        var order = shop.Order("a", "2024-02-01", 50);
        shop.Refund("a", "2024-02-03", 20, order, "2024-02-01");
        shop.Refund("a", "2024-02-04", 30, order, "2024-02-01");
        Assert.Equal(1, shop.Analyze("2024-02-03").RepeatPurchases);
        Assert.Equal(0, shop.Analyze("2024-02-04").RepeatPurchases);
    }

    [Fact]
    public void An_unlinked_refund_reduces_margin_and_is_listed_but_touches_no_purchase_day()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 100);
        shop.Refund("a", "2024-01-01", 40);
        var document = shop.Analyze("2024-02-01");
        Assert.Equal((1L, 40m), (document.Quality.UnlinkedRefunds.Refunds, document.Quality.UnlinkedRefunds.Amount));
        Assert.Equal((60m, 18m, 1L), (document.NetRevenue, document.MarginToDate, document.PurchaseDays));
    }

    [Theory]
    [InlineData(null, 10, "the goods are lost: 100 − 50 cost − 40 refunded")]
    [InlineData(20, 30, "20 worth of goods came back")]
    public void A_refund_of_an_order_with_known_cost_takes_its_amount_less_the_cost_returned(
        int? costReturned, int margin, string because)
    {
        using var shop = new Shop();
        var order = shop.Order("a", "2024-01-01", 100, cost: 50);
        shop.Refund("a", "2024-01-05", 40, order, "2024-01-01", costReturned);
        Assert.True(shop.Analyze("2024-02-01").MarginToDate == margin, because);
    }

    [Fact]
    public void An_order_counts_until_the_day_it_is_cancelled()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 100, cancelledOn: "2024-01-10");
        Assert.Equal((100m, 1L), (shop.Analyze("2024-01-09").NetRevenue, shop.Analyze("2024-01-09").Customers));
        Assert.Equal((0m, 0L), (shop.Analyze("2024-01-10").NetRevenue, shop.Analyze("2024-01-10").Customers));
    }

    [Fact]
    public void A_refund_of_a_cancelled_order_takes_nothing_twice()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        var cancelled = shop.Order("a", "2024-01-02", 100, cancelledOn: "2024-01-05");
        shop.Refund("a", "2024-01-05", 100, cancelled, "2024-01-02");
        var document = shop.Analyze("2024-02-01");
        Assert.Equal((10m, 0m, 3m), (document.NetRevenue, document.Refunds, document.MarginToDate));
    }

    [Fact]
    public void Zero_price_orders_count_as_purchases()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 0);
        shop.Order("a", "2024-01-09", 0);
        var document = shop.Analyze("2024-02-01");
        Assert.Equal((1L, 1L, 1L), (document.Customers, document.RepeatPurchases, document.Quality.ZeroSpendRepeaters));
    }

    [Fact]
    public void Orders_without_a_customer_are_in_company_totals_only()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 100);
        var unknown = shop.Order(null, "2024-01-02", 50);
        shop.Refund(null, "2024-01-03", 20, unknown, "2024-01-02");
        var document = shop.Analyze("2024-02-01");
        Assert.Equal((1L, 0.5, 30m), (
            document.Quality.Unassigned.Orders, document.Quality.Unassigned.Share, document.Quality.Unassigned.NetRevenue));
        Assert.Equal((130m, 100m, 30m, 0m), (
            document.Reconciliation.LedgerTotal, document.Reconciliation.CustomerTotal,
            document.Reconciliation.UnassignedTotal, document.Reconciliation.Difference));
        Assert.Equal(30m, document.MarginToDate);
    }

    [Fact]
    public void A_refund_falls_in_the_month_it_is_dated()
    {
        using var shop = new Shop();
        var order = shop.Order("a", "2024-01-15", 100);
        shop.Refund("a", "2024-03-05", 40, order, "2024-01-15");
        var months = shop.Analyze("2024-03-20").Months;
        Assert.Equal([100m, 0m, -40m], months.Select(month => month.NetRevenue));
        Assert.Equal([true, true, false], months.Select(month => month.Complete));
    }
}
