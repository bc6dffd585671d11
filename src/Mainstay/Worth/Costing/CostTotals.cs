using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>
/// What serving customers cost the company, by category: from quantities and prices, without asking whose they are. The
/// path the sum of customers is held against.
/// </summary>
internal sealed record CostTotals
{
    /// <summary>Exact, by category; a category without cost may be missing.</summary>
    public required IReadOnlyDictionary<string, decimal> ByCategory { get; init; }

    public CostSteps Steps => CostSteps.Of(category => ByCategory.GetValueOrDefault(category));

    /// <summary>Use of each price, in the order of price numbers.</summary>
    public required IReadOnlyList<PriceUse> Uses { get; init; }

    /// <summary>The part that rests on estimated or default inputs.</summary>
    public required decimal Estimated { get; init; }

    /// <summary>What it all rests on, at worst.</summary>
    public required string Mark { get; init; }

    /// <summary>Nothing but orders is known.</summary>
    public static CostTotals None { get; } = new()
    {
        ByCategory = new Dictionary<string, decimal>(),
        Uses = [],
        Estimated = 0,
        Mark = CostMark.Measured,
    };

    public decimal Total => Steps.Total;

    /// <summary>Reads what <see cref="CostTables.Price"/> left on the session.</summary>
    public static CostTotals Read(SqlSession sql, CostTables tables, DateOnly asOf)
    {
        var uses = PriceUse.ReadAll(sql, tables.Prices);
        var byCategory = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var (estimated, mark) = (0m, 0);
        foreach (var use in uses)
        {
            byCategory[use.Category] = byCategory.GetValueOrDefault(use.Category) + use.Cost;
            estimated += use.EstimatedCost;
            mark = Math.Max(mark, CostMark.Rank(use.Mark));
        }

        using var row = sql.Read(
            SqlFile.Beside<CostTotals>("other_costs"), ("as_of", asOf), ("waiting_rate", tables.WaitingRate));
        while (row.Read())
        {
            byCategory[row.GetString(0)] = byCategory.GetValueOrDefault(row.GetString(0)) + row.GetDecimal(1);
            mark = Math.Max(mark, (int)row.GetInt64(2));
            estimated += row.GetDecimal(3);
        }

        return new() { ByCategory = byCategory, Uses = uses, Estimated = estimated, Mark = CostMark.All[mark] };
    }
}
