using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>What customer_costs comes to: all customers, or what belongs to none.</summary>
/// <param name="Steps">By step of the margin ladder.</param>
/// <param name="AvoidableService">The part of cost to serve that would go with the work.</param>
internal sealed record CustomerCostTotals(CostSteps Steps, decimal AvoidableService)
{
    public static CustomerCostTotals None { get; } = new(CostSteps.None, 0);

    public static (CustomerCostTotals Customers, CustomerCostTotals Unassigned) Read(SqlSession sql)
    {
        var found = new Dictionary<bool, CustomerCostTotals>();
        using var row = sql.Read(SqlFile.Beside<CustomerCostTotals>("customer_cost_totals"));
        while (row.Read())
        {
            found[row.GetBoolean(0)] = new(
                new(row.GetDecimal(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4)), row.GetDecimal(5));
        }

        return (found.GetValueOrDefault(false) ?? None, found.GetValueOrDefault(true) ?? None);
    }
}
