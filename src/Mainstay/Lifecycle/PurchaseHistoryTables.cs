using Mainstay.Ledger.Engines;

namespace Mainstay.Lifecycle;

/// <summary>
/// Derives, inside the engine, what happened up to as-of: refunds that count, purchase days, costs and one history per
/// customer. Reads the current_* relations; leaves temporary tables on the session.
/// </summary>
internal static class PurchaseHistoryTables
{
    private static readonly string[] s_tables =
    [
        "refunded_orders", "effective_refunds", "purchase_days", "other_movements", "customer_costs",
        "customer_history", "later_customers",
    ];

    public static void Build(SqlSession sql, DateOnly asOf, decimal marginRate)
    {
        BuildRefunds(sql, asOf);
        sql.Materialize("purchase_days", Sql("purchase_days"), ("as_of", asOf));
        sql.Materialize("other_movements", Sql("other_movements"), ("as_of", asOf));
        sql.Materialize("customer_costs", Sql("customer_costs"), ("as_of", asOf));
        sql.Materialize(
            "customer_history", Sql("customer_history"), ("as_of", asOf), ("margin_rate", marginRate));
        sql.Materialize("later_customers", Sql("later_customers"), ("as_of", asOf));
    }

    /// <summary>Only which refunds count, and what they take from the margin.</summary>
    public static void BuildRefunds(SqlSession sql, DateOnly asOf)
    {
        sql.Materialize("refunded_orders", Sql("refunded_orders"), ("as_of", asOf));
        sql.Materialize("effective_refunds", Sql("effective_refunds"), ("as_of", asOf));
    }

    public static void Drop(SqlSession sql) => sql.Drop(s_tables);

    private static SqlFile Sql(string name) => SqlFile.Beside(typeof(PurchaseHistoryTables), name);
}
