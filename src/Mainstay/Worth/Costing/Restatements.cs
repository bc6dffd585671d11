using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Costing;

/// <summary>Finds what was estimated first and known later: cost of goods, pools and rates.</summary>
internal sealed class Restatements(SqlSession sql, BusinessSettings settings, DateOnly asOf)
{
    private readonly MinorUnit _unit = MinorUnit.Of(settings.Currency);

    public IReadOnlyList<Restatement> Read(CostTables tables, CostTotals totals) =>
        [.. Goods(), .. Resources(tables, totals)];

    private IEnumerable<Restatement> Goods()
    {
        using var row = sql.Read(SqlFile.Beside<Restatements>("restated_lines"), ("as_of", asOf));
        row.Read();
        if (row.GetInt64(0) is > 0 and var lines)
            yield return Restated(
                "cost of goods, until articles' costs came in", lines,
                row.GetDecimal(1) * (1 - settings.MarginRate), row.GetDecimal(2));
    }

    private IEnumerable<Restatement> Resources(CostTables tables, CostTotals totals)
    {
        using var row = sql.Read(SqlFile.Beside<Restatements>("superseded_pools"));
        while (row.Read())
        {
            var (isPool, name) = (row.GetString(0) == "pool", row.GetString(1));
            var from = row.IsDBNull(2) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(2);
            var uses = totals.Uses.Where(use => isPool
                ? use.Price.PoolNumber is { } number && tables.Definitions.Pools[number] is var pool
                    && pool.Name == name && pool.From == from
                : use.Price is { PoolNumber: null, CostPerMinute: null } && use.Price.Activity == name).ToList();
            var before = row.IsDBNull(3) ? 0 : row.GetDecimal(3);
            var capacity = row.IsDBNull(4) ? 0 : row.GetDecimal(4);
            var known = uses.Sum(use => isPool ? use.PoolCost : use.Cost);
            var estimated = !isPool ? uses.Sum(use => use.Quantity) * before
                : capacity > 0 ? uses.Sum(use => use.Minutes) * before / capacity : known;
            if (_unit.Round(known) != _unit.Round(estimated))
                yield return Restated(
                    isPool ? $"pool {name}" : $"rate of {name}", (long)uses.Sum(use => use.Quantity), estimated, known);
        }
    }

    private Restatement Restated(string what, long count, decimal estimated, decimal known) => new(
        what, count, _unit.Round(estimated), _unit.Round(known), _unit.Round(known) - _unit.Round(estimated));
}
