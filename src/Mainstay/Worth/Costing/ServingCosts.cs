using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Costing;

/// <summary>
/// What serving customers cost beside goods, for one analysis: of the company by one path, of customers by another.
/// </summary>
internal sealed record ServingCosts(
    CostTotals Company, CustomerCostTotals Customers, CustomerCostTotals Unassigned, decimal UnusedCapacityCost)
{
    /// <summary>
    /// Prices what the ledger knows and takes it off every customer's margin: customer_history is then after costs, and
    /// customer_costs says which. Of files, which hold orders alone, it leaves the history as it is.
    /// </summary>
    public static ServingCosts TakeOff(SqlSession sql, DateOnly asOf, AnalysisRequest request)
    {
        if (!request.KnowsCosts)
        {
            CostTables.BuildEmpty(sql);
            return new(CostTotals.None, CustomerCostTotals.None, CustomerCostTotals.None, 0);
        }

        var tables = TakeOffMargins(sql, asOf, request.Settings);
        var company = CostTotals.Read(sql, tables, asOf);
        var (customers, unassigned) = CustomerCostTotals.Read(sql);
        return new(company, customers, unassigned, Unused(tables, company, asOf));
    }

    /// <summary>The same for customers alone: what it comes to for the company is not asked.</summary>
    public static CostTables TakeOffMargins(SqlSession sql, DateOnly asOf, BusinessSettings settings)
    {
        var tables = CostTables.Build(sql, asOf, settings);
        sql.Rename("customer_history", "product_history");
        sql.Materialize("customer_history", SqlFile.Beside<ServingCosts>("served_history"));
        return tables;
    }

    /// <summary>Avoidable cost to serve and marketing of customers: what a future purchase takes along.</summary>
    public decimal AvoidableService => Customers.AvoidableService + Customers.Steps.Marketing;

    private static decimal Unused(CostTables tables, CostTotals company, DateOnly asOf) =>
        tables.Definitions.Pools.Sum(pool => pool.Cost * pool.Passed(asOf)) - company.Uses.Sum(use => use.PoolCost);
}
