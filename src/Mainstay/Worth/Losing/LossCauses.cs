using Mainstay.Ledger.Engines;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Losing;

/// <summary>Why each customer of losing_customers costs more than they bring, in money.</summary>
internal sealed class LossCauses
{
    private readonly Dictionary<Guid, Dictionary<string, decimal>> _amounts = [];

    /// <summary>Asks the facts behind a snapshot, of these customers alone.</summary>
    public static LossCauses Read(SqlSession sql, Snapshot snapshot)
    {
        var causes = new LossCauses();
        causes.ReadOrders(sql, snapshot);
        if (SnapshotStore.KnowsCosts(sql))
            causes.ReadCosts(sql, snapshot);
        return causes;
    }

    /// <summary>What cost anything, dearest first; exact.</summary>
    public IReadOnlyList<LossCause> Of(Guid customer) =>
    [
        .. _amounts.GetValueOrDefault(customer, []).Where(one => one.Value > 0)
            .Select(one => new LossCause(one.Key, one.Value))
            .OrderByDescending(cause => cause.Amount).ThenBy(cause => cause.Cause, StringComparer.Ordinal),
    ];

    private void ReadOrders(SqlSession sql, Snapshot snapshot)
    {
        using var row = sql.Read(
            SqlFile.Beside<LossCauses>("losing_orders"),
            ("as_of", snapshot.AsOf), ("margin_rate", snapshot.Document.Assumptions.MarginRate));
        while (row.Read())
        {
            Add(row.GetGuid(0), LossCause.Discounts, row.GetDecimal(1));
            Add(row.GetGuid(0), LossCause.BelowCost, row.GetDecimal(2));
            Add(row.GetGuid(0), CostCategory.Returns, row.GetDecimal(3));
        }
    }

    private void ReadCosts(SqlSession sql, Snapshot snapshot)
    {
        CostTables.Price(sql, snapshot.AsOf, snapshot.Document.SettingsThen(), customers: LosersReport.Losing);
        using (var row = sql.Read(SqlFile.Beside<LossCauses>("losing_costs")))
        {
            while (row.Read())
                Add(row.GetGuid(0), LossCause.Of(row.GetString(1)), row.GetDecimal(2));
        }

        CostTables.Drop(sql);
    }

    private void Add(Guid customer, string cause, decimal amount)
    {
        if (!_amounts.TryGetValue(customer, out var amounts))
            _amounts.Add(customer, amounts = new(StringComparer.Ordinal));
        amounts[cause] = amounts.GetValueOrDefault(cause) + amount;
    }
}
