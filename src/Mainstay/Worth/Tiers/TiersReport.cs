using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Tiers;

/// <summary>Writes the tiers of a snapshot, who moved between them and how sure they are.</summary>
internal sealed class TiersReport(SqlSession sql, Snapshot snapshot, TierMemory memory)
{
    private readonly AnalysisDocument _document = snapshot.Document;
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public TiersDocument Write(long? gold)
    {
        var has = _document.Tiers.Count > 0;
        var (certainty, history) = has ? memory.Of(sql, snapshot) : (null, null);
        return new()
        {
            AsOf = _document.AsOf,
            Currency = _document.Currency,
            Tiers = has ? Tiers(certainty!, history!) : [],
            TiersReason = has ? null
                : $"under {Tier.FewestCustomers} customers a ranking would say more about chance than about anyone",
            Whale = _document.Whale,
            Movement = history?.Movement,
            Gold = has ? new GoldList(sql, snapshot).Read(gold) : [],
            Reconciliation = _document.MarginReconciliation,
        };
    }

    private List<ProfitTier> Tiers(TierCertainty certainty, TierHistory history)
    {
        var (lowest, cumulative) = (Lowest(), 0.0);
        var tiers = new List<ProfitTier>();
        foreach (var tier in _document.Tiers)
        {
            cumulative += tier.ShareOfProfit ?? 0;
            tiers.Add(new()
            {
                Name = tier.Name,
                Customers = tier.Customers,
                ShareOfCustomers = tier.ShareOfCustomers,
                Profit = tier.Profit,
                ShareOfProfit = tier.ShareOfProfit,
                CumulativeShareOfProfit = tier.ShareOfProfit is null ? null : cumulative,
                ProfitIndex = tier.Customers > 0 ? tier.ShareOfProfit / tier.ShareOfCustomers : null,
                LowestMargin = lowest.TryGetValue(tier.Name, out var least) ? _unit.Round(least) : null,
                Probability = tier.Customers > 0 ? certainty.Of(tier.Name) : null,
                Held = history.Held(tier.Name, tier.Customers),
            });
        }

        return tiers;
    }

    private Dictionary<string, decimal> Lowest()
    {
        var lowest = new Dictionary<string, decimal>(StringComparer.Ordinal);
        using var row = sql.Read(SqlFile.Beside<TiersReport>("tier_lows"), ("snapshot_id", snapshot.Id));
        while (row.Read())
            lowest[row.GetString(0)] = row.GetDecimal(1);
        return lowest;
    }
}
