using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;

namespace Mainstay.Worth.Costing;

/// <summary>
/// What serving customers cost beside goods, for one analysis: of the company by one path, of customers by another.
/// </summary>
internal sealed record ServingCosts(
    CostTotals Company, CustomerCostTotals Customers, CustomerCostTotals Unassigned, decimal UnusedCapacityCost)
{
    /// <summary>
    /// Prices what the ledger knows and leaves customer_history, of which it is taken off every customer's margin, and
    /// customer_costs, which says what it is. Files hold orders alone: nothing is taken off.
    /// </summary>
    public static ServingCosts TakeOff(SqlSession sql, DateOnly asOf, AnalysisRequest request, bool byMonth)
    {
        if (TakeOffMargins(sql, asOf, request.Settings, request.KnowsCosts, byMonth) is not { } tables)
        {
            CostTables.BuildEmpty(sql);
            return new(CostTotals.None, CustomerCostTotals.None, CustomerCostTotals.None, 0);
        }

        var company = CostTotals.Read(sql, tables, asOf);
        var (customers, unassigned) = CustomerCostTotals.Read(sql);
        return new(company, customers, unassigned, Unused(tables, company, asOf));
    }

    /// <summary>
    /// The same for customers alone: what it comes to for the company is not asked. Null where only orders are known.
    /// </summary>
    public static CostTables? TakeOffMargins(
        SqlSession sql, DateOnly asOf, BusinessSettings settings, bool knowsCosts, bool byMonth)
    {
        if (!knowsCosts)
        {
            PurchaseHistoryTables.Build(sql, asOf, settings.MarginRate, byMonth);
            return null;
        }

        var tables = CostTables.Build(sql, asOf, settings);
        sql.Materialize(
            "customer_history", SqlFile.Beside<ServingCosts>("served_history"),
            "product_history", PurchaseHistoryTables.Histories,
            ("as_of", asOf), ("margin_rate", settings.MarginRate));
        return tables;
    }

    /// <summary>Avoidable cost to serve and marketing of customers: what a future purchase takes along.</summary>
    public decimal AvoidableService => Customers.AvoidableService + Customers.Steps.Marketing;

    private static decimal Unused(CostTables tables, CostTotals company, DateOnly asOf) =>
        tables.Definitions.Pools.Sum(pool => pool.Cost * pool.Passed(asOf)) - company.Uses.Sum(use => use.PoolCost);
}
