using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>What customer_costs comes to, by category: all customers, or what belongs to none.</summary>
internal sealed record CustomerCostTotals(IReadOnlyDictionary<string, decimal> ByCategory, decimal AvoidableService)
{
    public static CustomerCostTotals None { get; } = new(new Dictionary<string, decimal>(), 0);

    public decimal Total => ByCategory.Values.Sum();

    public decimal this[string category] => ByCategory.GetValueOrDefault(category);

    public static (CustomerCostTotals Customers, CustomerCostTotals Unassigned) Read(SqlSession sql)
    {
        var found = new Dictionary<bool, CustomerCostTotals>();
        using var row = sql.Read(SqlFile.Beside<CustomerCostTotals>("customer_cost_totals"));
        while (row.Read())
            found[row.GetBoolean(0)] = new(
                CostCategory.All.Select((category, at) => (category, row.GetDecimal(at + 1)))
                    .ToDictionary(pair => pair.category, pair => pair.Item2, StringComparer.Ordinal),
                row.GetDecimal(CostCategory.All.Count + 1));
        return (found.GetValueOrDefault(false) ?? None, found.GetValueOrDefault(true) ?? None);
    }
}
