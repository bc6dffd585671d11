using Mainstay.Ledger.Refunds;

namespace Mainstay.Ledger.Tests.Refunds;

public sealed class RefundMatcherTests
{
    [Fact]
    public void An_order_id_wins_over_a_later_order_with_the_same_article() =>
        Assert.Equal([("A", 10m, "order_id")],
            Match([Refund(5, 10, order: "A", sku: "tea")], [Part("A", 1, 20, "tea"), Part("B", 2, 20, "tea")]));

    [Fact]
    public void What_exceeds_the_named_order_is_unlinked_and_touches_no_other_order() =>
        Assert.Equal([("A", 20m, "order_id"), (null, 5m, null)],
            Match([Refund(5, 25, order: "A")], [Part("A", 1, 20), Part("B", 2, 20)]));

    [Fact]
    public void An_unknown_order_id_falls_back_to_the_latest_earlier_order_with_the_article() =>
        Assert.Equal([("A", 10m, "sku")],
            Match([Refund(5, 10, order: "C536379", sku: "tea")],
                [Part("A", 1, 20, "tea"), Part("B", 2, 20, "cup"), Part("D", 6, 20, "tea")]));

    [Fact]
    public void An_article_is_refunded_no_further_than_it_was_sold_and_the_rest_goes_back_in_time() =>
        Assert.Equal([("B", 8m, "sku"), ("A", 7m, "sku")],
            Match([Refund(5, 15, sku: "tea")],
                [Part("A", 1, 9, "tea"), Part("B", 2, 8, "tea"), Part("B", 2, 100, "cup")]));

    [Fact]
    public void Without_an_article_the_order_of_exactly_that_amount_is_meant() =>
        Assert.Equal([("A", 12m, "amount")], Match([Refund(5, 12)], [Part("A", 1, 12), Part("B", 2, 50)]));

    [Fact]
    public void Else_the_latest_orders_give_what_remains_and_the_rest_is_unlinked() =>
        Assert.Equal([("B", 50m, "remainder"), ("A", 12m, "amount"), (null, 1m, null)],
            Match([Refund(5, 62), Refund(6, 1)], [Part("A", 1, 12), Part("B", 2, 50)]));

    [Fact]
    public void A_second_refund_gets_only_what_the_first_one_left() =>
        Assert.Equal([("A", 30m, "order_id"), ("A", 20m, "order_id"), (null, 10m, null)],
            Match([Refund(5, 30, order: "A"), Refund(6, 30, order: "A")], [Part("A", 1, 50)]));

    [Fact]
    public void An_order_of_the_same_day_can_be_refunded_and_a_later_one_cannot()
    {
        Assert.Equal([("A", 5m, "order_id")], Match([Refund(3, 5, order: "A")], [Part("A", 3, 5)]));
        Assert.Equal([(null, 5m, null)], Match([Refund(2, 5)], [Part("A", 3, 5)]));
    }

    [Fact]
    public void The_refund_of_a_cancelled_order_is_not_taken_off_a_second_time()
    {
        Assert.Equal([("A", 20m, "cancelled_order")],
            Match([Refund(5, 20, order: "A")], [Part("A", 1, 20, cancelled: 4), Part("B", 1, 20)]));
        Assert.Equal([("B", 20m, "amount")],
            Match([Refund(5, 20)], [Part("A", 2, 20, cancelled: 4), Part("B", 1, 20)]));
    }

    [Fact]
    public void A_refund_of_nobody_is_matched_by_order_id_only()
    {
        Assert.Equal([("A", 5m, "order_id")], Match([Refund(3, 5, order: "A", customer: null)], [Part("A", 1, 5)]));
        Assert.Equal([(null, 5m, null)], Match([Refund(3, 5, sku: "tea", customer: null)], [Part("A", 1, 5, "tea")]));
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        RefundFact[] refunds = [Refund(5, 7, sku: "tea", id: 1), Refund(5, 12, id: 2), Refund(4, 3, order: "B", id: 3)];
        OrderPart[] orders = [Part("A", 1, 12), Part("B", 2, 10, "tea"), Part("C", 2, 9, "tea")];

        Assert.Equal(Match(refunds, orders), Match([.. refunds.Reverse()], [.. orders.Reverse()]));
    }

    [Fact]
    public void A_returned_cost_is_shared_by_amount_and_loses_nothing_to_rounding()
    {
        var parts = RefundMatcher.Match([Refund(5, 30, cost: 10)], [Part("A", 1, 10), Part("B", 2, 10), Part("C", 3, 10)]);

        Assert.Equal([3.3333m, 3.3333m, 3.3334m], parts.Select(part => part.CostReturned!.Value));
    }

    [Fact]
    public void A_collective_account_with_very_many_orders_and_refunds_is_matched_at_once()
    {
        const int Many = 20_000;
        var orders = Enumerable.Range(0, Many).Select(n => Part($"{n:D6}", n / 100, 10));
        var refunds = Enumerable.Range(0, Many).Select(n => Refund(n / 100, 10, id: n));

        Assert.Equal(Many, RefundMatcher.Match(refunds, orders).Count(match => match.MatchedBy == "amount"));
    }

    private static IEnumerable<(string? Order, decimal Amount, string? By)> Match(RefundFact[] refunds, OrderPart[] orders) =>
        RefundMatcher.Match(refunds, orders).Select(match => ((string?)match.OrderId, match.Amount, match.MatchedBy));

    private static RefundFact Refund(int day, decimal amount, string? order = null, string? sku = null,
        string? customer = "anna", decimal? cost = null, int id = 0) =>
        new(id, customer, order, sku, Day(day), amount, cost);

    private static OrderPart Part(string order, int day, decimal revenue, string? sku = null, int? cancelled = null) =>
        new(order, Day(day), sku, revenue, cancelled is { } on ? Day(on) : null);

    private static DateOnly Day(int day) => new DateOnly(2024, 1, 1).AddDays(day);
}
