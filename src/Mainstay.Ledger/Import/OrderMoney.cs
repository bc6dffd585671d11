namespace Mainstay.Ledger.Import;

/// <summary>The totals a shop states for an order, in ten-thousandths; null where it states none.</summary>
internal sealed record OrderMoney(long? Subtotal, long? Shipping, long? Taxes, long? Duties, long? Total, long Discount)
{
    private const long HalfPenny = AmountText.Scale / 200;

    /// <summary>True when the prices include the tax: the total is reached without adding it.</summary>
    public bool IncludesTax =>
        Taxes > 0 && Subtotal is { } subtotal && Total is { } total
        && Math.Abs(total - subtotal - (Shipping ?? 0) - (Duties ?? 0)) <= HalfPenny * 3;

    /// <summary>
    /// Product revenue after discounts, without tax and shipping. Tax within the prices is taken off in proportion to
    /// what products and shipping cost.
    /// </summary>
    public long Revenue(long linesTotal)
    {
        var products = Math.Max(0, Subtotal ?? linesTotal - Discount);
        var charged = products + (Shipping ?? 0);
        return IncludesTax && charged > 0 ? products - LineArithmetic.Share(Taxes!.Value, products, charged) : products;
    }

    /// <summary>The part of a refund that gives back product revenue, for a refund also returns tax and shipping.</summary>
    public long RefundOf(long refunded, long revenue)
    {
        if (Total is not > 0)
            return Math.Min(refunded, revenue);
        return refunded >= Total ? revenue : Math.Min(revenue, LineArithmetic.Share(refunded, revenue, Total.Value));
    }

    /// <summary>True when the lines and the subtotal do not fit together, with or without the order's discount.</summary>
    public bool Contradicts(long linesTotal) =>
        Subtotal is { } subtotal && Math.Abs(linesTotal - Discount - subtotal) > HalfPenny * 2 && Math.Abs(linesTotal - subtotal) > HalfPenny * 2;
}
