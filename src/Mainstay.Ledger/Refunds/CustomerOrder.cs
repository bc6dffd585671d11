namespace Mainstay.Ledger.Refunds;

/// <summary>An order and what remains of it to be refunded; mutable in that alone.</summary>
internal sealed class CustomerOrder
{
    private readonly Dictionary<string, decimal> _remainingBySku;

    private CustomerOrder(IGrouping<object, OrderPart> parts)
    {
        Id = parts.Key;
        Day = parts.Min(part => part.Day);
        CancelledOn = parts.Min(part => part.CancelledOn);
        Remaining = parts.Sum(part => part.Revenue);
        _remainingBySku = parts.Where(part => part.Sku is not null && part.Revenue > 0)
            .GroupBy(part => part.Sku!, StringComparer.Ordinal)
            .ToDictionary(sku => sku.Key, sku => sku.Sum(part => part.Revenue), StringComparer.Ordinal);
    }

    public object Id { get; }

    public DateOnly Day { get; }

    public DateOnly? CancelledOn { get; }

    public decimal Remaining { get; private set; }

    public IEnumerable<string> Skus => _remainingBySku.Keys;

    public static CustomerOrder Of(IGrouping<object, OrderPart> parts) => new(parts);

    public bool IsCancelledBy(DateOnly day) => CancelledOn <= day;

    public decimal RemainingOf(string sku) => _remainingBySku[sku];

    /// <summary>Takes up to <paramref name="wanted"/>, or as much as remains of one article; returns what it gave.</summary>
    public decimal Take(decimal wanted, string? sku)
    {
        var taken = Math.Min(wanted, Remaining);
        if (sku is not null)
        {
            taken = Math.Min(taken, _remainingBySku[sku]);
            _remainingBySku[sku] -= taken;
        }

        Remaining -= taken;
        return taken;
    }
}
