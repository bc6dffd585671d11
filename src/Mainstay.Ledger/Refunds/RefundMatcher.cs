namespace Mainstay.Ledger.Refunds;

/// <summary>
/// Sets refunds against the customer's orders: by order id, else the latest earlier order with the article, else the
/// latest of exactly that amount, else the latest of which anything remains; never more than remains.
/// </summary>
/// <remarks>
/// Each refund takes from what the one before it left, which no single SQL statement of the common subset can say.
/// Only customers with a refund come here; everybody else's rows stay in the engine. The order of the input does
/// not matter, and refunds of one day never depend on later ones, so a result as of any day is a prefix of this one.
/// </remarks>
public static class RefundMatcher
{
    /// <summary>Matches the refunds of one customer, in order of day and id.</summary>
    public static IReadOnlyList<RefundMatch> Match(IEnumerable<RefundFact> refunds, IEnumerable<OrderPart> orders)
    {
        var remaining = new CustomerOrders(orders);
        var matches = new List<RefundMatch>();
        foreach (var refund in refunds.OrderBy(refund => refund.Day)
                     .ThenBy(refund => refund.RefundId, IdOrder.Instance))
        {
            matches.AddRange(WithCost(refund, [.. Parts(refund, remaining)]));
        }

        return matches;
    }

    private static IEnumerable<Part> Parts(RefundFact refund, CustomerOrders orders)
    {
        var left = refund.Amount;
        if (orders.WithId(refund.OrderId, refund.Day) is { } named)
        {
            var order = orders.At(named);
            var taken = orders.Take(named, left);
            if (taken > 0)
                yield return new Part(order, taken, order.IsCancelledBy(refund.Day) ? "cancelled_order" : "order_id");
            left -= taken;
        }
        else if (refund.CustomerId is not null)
        {
            foreach (var part in FromLatest(refund, left, orders))
            {
                left -= part.Amount;
                yield return part;
            }
        }

        if (left > 0)
            yield return new Part(null, left, null);
    }

    private static IEnumerable<Part> FromLatest(RefundFact refund, decimal left, CustomerOrders orders)
    {
        while (left > 0)
        {
            var (place, sku, matchedBy) =
                orders.LatestWithSku(refund.Sku, refund.Day) is { } bySku ? (bySku, refund.Sku, "sku")
                : orders.LatestOfExactly(left, refund.Day) is { } byAmount ? (byAmount, null, "amount")
                : orders.LatestOpen(refund.Day) is { } open ? (open, null, "remainder")
                : (-1, null, "");
            if (place < 0)
                yield break;
            var taken = orders.Take(place, left, sku);
            left -= taken;
            yield return new Part(orders.At(place), taken, matchedBy);
        }
    }

    /// <summary>Shares the returned cost by amount; the last part takes what rounding leaves, so nothing is lost.</summary>
    private static IEnumerable<RefundMatch> WithCost(RefundFact refund, Part[] parts)
    {
        var costLeft = refund.CostReturned;
        for (var i = 0; i < parts.Length; i++)
        {
            var (order, amount, matchedBy) = parts[i];
            var cost = i == parts.Length - 1
                ? costLeft
                : refund.CostReturned * amount / refund.Amount is { } share ? Math.Round(share, 4) : null;
            costLeft -= cost;
            yield return new RefundMatch(refund, order?.Id, order?.Day, amount, cost, matchedBy);
        }
    }

    private readonly record struct Part(CustomerOrder? Order, decimal Amount, string? MatchedBy);
}
