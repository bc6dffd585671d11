using Mainstay.Ledger.Engines;

namespace Mainstay.Lifecycle;

/// <summary>
/// Derives, inside the engine, one history per customer up to as-of. Reads purchase_days and the current_* relations;
/// leaves temporary tables on the session.
/// </summary>
internal static class PurchaseHistoryTables
{
    /// <summary>The rows of customer_history as of a day, at a margin rate.</summary>
    public static SqlFile Histories => Sql("customer_history");

    /// <summary>Leaves customer_history, of orders alone.</summary>
    public static void Build(SqlSession sql, DateOnly asOf, decimal marginRate) =>
        sql.Materialize("customer_history", Histories, ("as_of", asOf), ("margin_rate", marginRate));

    /// <summary>Leaves later_customers: those of whom nothing is known yet, all their orders being later.</summary>
    public static void BuildLater(SqlSession sql, DateOnly asOf) =>
        sql.Materialize("later_customers", Sql("later_customers"), ("as_of", asOf));

    public static void Drop(SqlSession sql) => sql.Drop("customer_history", "later_customers");

    private static SqlFile Sql(string name) => SqlFile.Beside(typeof(PurchaseHistoryTables), name);
}
