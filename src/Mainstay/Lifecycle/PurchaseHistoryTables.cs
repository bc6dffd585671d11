using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;

namespace Mainstay.Lifecycle;

/// <summary>
/// Derives, inside the engine, one history per customer up to as-of. Reads purchase_days and the current_* relations;
/// leaves temporary tables on the session.
/// </summary>
internal static class PurchaseHistoryTables
{
    private const string Table = "customer_history";

    /// <summary>The rows of customer_history as of a day, at a margin rate.</summary>
    public static SqlFile Histories => Sql(Table);

    /// <summary>Leaves customer_history, of orders alone.</summary>
    /// <param name="sql">The session.</param>
    /// <param name="asOf">End of observation.</param>
    /// <param name="marginRate">Of revenue whose cost is not known.</param>
    /// <param name="byMonth">Somebody will ask for months, which are dear where the rest is cheap.</param>
    public static void Build(SqlSession sql, DateOnly asOf, decimal marginRate, bool byMonth)
    {
        if (PurchaseDays.ArePlain(sql))
        {
            sql.Materialize(
                Table, Sql("plain_history"), ("as_of", asOf), ("margin_rate", marginRate), ("by_month", byMonth));
        }
        else
        {
            sql.Materialize(Table, Histories, ("as_of", asOf), ("margin_rate", marginRate));
        }
    }

    /// <summary>Leaves later_customers: those of whom nothing is known yet, all their orders being later.</summary>
    public static void BuildLater(SqlSession sql, DateOnly asOf) =>
        sql.Materialize("later_customers", Sql("later_customers"), ("as_of", asOf));

    public static void Drop(SqlSession sql) => sql.Drop(Table, "later_customers");

    private static SqlFile Sql(string name) => SqlFile.Beside(typeof(PurchaseHistoryTables), name);
}
