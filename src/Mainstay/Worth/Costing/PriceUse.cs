using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>How much was done at one price, and what it came to.</summary>
internal sealed record PriceUse
{
    public required ActivityPrice Price { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Minutes { get; init; }

    /// <summary>
    /// The part of <see cref="Minutes"/> that the price charges: what states its own cost takes no pool's time.
    /// </summary>
    public required decimal PricedMinutes { get; init; }

    /// <summary>Quantities × prices, and costs that files state.</summary>
    public required decimal Cost { get; init; }

    /// <summary>
    /// The part of <see cref="Cost"/> that <see cref="ActivityPrice.CostPerMinute"/> charged to its pool.
    /// </summary>
    public required decimal PoolCost { get; init; }

    public required decimal CustomerCost { get; init; }

    /// <summary>The part of <see cref="Cost"/> that rests on estimated or default inputs.</summary>
    public required decimal EstimatedCost { get; init; }

    /// <summary>Quantity that nothing prices.</summary>
    public required decimal Unpriced { get; init; }

    public required string Mark { get; init; }

    public string Category => CostCategory.Of(Price.Activity);

    /// <summary>Reads what <see cref="CostTables.Price"/> left on the session, in the order of prices.</summary>
    public static IReadOnlyList<PriceUse> ReadAll(SqlSession sql, IReadOnlyList<ActivityPrice> prices) =>
        [.. ActivityVolume.ReadAll(sql, prices).GroupBy(volume => volume.Price)
            .Select(group => Of([.. group]))];

    private static PriceUse Of(List<ActivityVolume> volumes)
    {
        var (price, priced) = (volumes[0].Price, volumes.Where(volume => !volume.StatesCost).ToList());
        return new()
        {
            Price = price,
            Quantity = volumes.Sum(volume => volume.Quantity),
            Minutes = volumes.Sum(volume => volume.Minutes),
            PricedMinutes = priced.Sum(volume => volume.Minutes),
            Cost = volumes.Sum(volume => volume.Cost),
            PoolCost = price.PoolNumber is null ? 0 : priced.Sum(volume => volume.Cost),
            CustomerCost = volumes.Where(volume => !volume.IsUnassigned).Sum(volume => volume.Cost),
            EstimatedCost = volumes.Where(volume => CostMark.IsEstimate(volume.Mark)).Sum(volume => volume.Cost),
            Unpriced = volumes.Sum(volume => volume.Unpriced),
            Mark = volumes.Select(volume => volume.Mark).Aggregate(CostMark.Worse),
        };
    }
}
