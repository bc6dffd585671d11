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

    public static IReadOnlyList<PriceUse> ReadAll(SqlSession sql, IReadOnlyList<ActivityPrice> prices)
    {
        var uses = new List<PriceUse>();
        using var row = sql.Read(SqlFile.Beside<PriceUse>("activity_volumes"));
        while (row.Read())
        {
            var price = prices[(int)row.GetInt64(0)];
            var (plain, given, givenFor) = (row.GetDecimal(1), row.GetDecimal(2), row.GetDecimal(3));
            var (own, ownFor, ownMinutes) = (row.GetDecimal(4), row.GetDecimal(5), row.GetDecimal(6));
            var priced = price.CostOf(plain, given, givenFor);
            uses.Add(new()
            {
                Price = price,
                Quantity = plain + givenFor + ownFor,
                Minutes = (plain * (price.UnitMinutes ?? 0)) + given + ownMinutes,
                PricedMinutes = (plain * (price.UnitMinutes ?? 0)) + given,
                EstimatedCost = row.GetDecimal(9),
                Cost = priced + own,
                PoolCost = price.PoolNumber is null ? 0 : priced,
                CustomerCost = row.GetDecimal(7),
                Unpriced = price.UnitCost is not null ? 0 : price.CostPerMinute is null ? plain + givenFor : plain,
                Mark = CostMark.All[(int)row.GetInt64(8)],
            });
        }

        return uses;
    }
}
