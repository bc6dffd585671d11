using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Purchases;

/// <summary>
/// Derives <c>purchase_days</c> from the relations <c>current_order_lines</c> and <c>current_refunds</c>, for every
/// as-of at once: a ledger keeps it with its facts, a one-shot analysis for as long as it runs.
/// </summary>
public static class PurchaseDays
{
    /// <summary>Views of a ledger that a one-shot analysis has too, before the days and after.</summary>
    private static readonly string[] Refunds = ["refunded_orders", "effective_refunds"];
    private static readonly string[] Totals =
        ["line_totals", "refund_totals", "refunded_order_totals", "purchase_day_totals"];

    private static readonly SqlFile Clear = Of("clear_days");
    private static readonly SqlFile Days = Of("derive_days");
    private static readonly SqlFile PlainLog = Of("plain_log");
    private static readonly SqlFile Table = Of("one_shot_days");
    private static readonly SqlFile PlainDays = Of("plain_days");
    private static readonly SqlFile OrderedDays = Of("ordered_days");
    private static readonly SqlFile PlainView = Of("plain_purchase_days");

    /// <summary>Derives every customer's days again, in the caller's transaction if there is one.</summary>
    public static void DeriveAll(SqlSession sql) => Derive(sql, everyone: true);

    /// <summary>As <see cref="DeriveAll"/>, for the customers in <c>touched_customers</c>.</summary>
    public static void DeriveTouched(SqlSession sql) => Derive(sql, everyone: false);

    /// <summary>
    /// For a one-shot analysis: makes the temporary relation <c>purchase_days</c> with the ids' own type, and what a
    /// ledger has beside it.
    /// </summary>
    public static void DeriveTemporary(SqlSession sql)
    {
        Lay(sql, Refunds);
        if (IsPlain(sql))
        {
            sql.Execute(Holds(sql, "shared_days") ? OrderedDays : PlainDays);
            sql.Execute(PlainView);
        }
        else
        {
            sql.Execute(Table);
            DeriveAll(sql);
        }

        Lay(sql, Totals);
    }

    /// <summary>
    /// Whether the session's <c>purchase_days</c> are a view over <c>plain_days</c>: each its revenue and nothing else,
    /// from its day on for ever.
    /// </summary>
    public static bool ArePlain(SqlSession sql) => Holds(sql, "plain_days");

    /// <summary>
    /// Frees the days of a plain log, of which there are millions in a large one, once nothing asks for them any more.
    /// </summary>
    public static void ForgetTemporary(SqlSession sql) => sql.Drop("plain_days");

    private static bool Holds(SqlSession sql, string table) => (bool)sql.Scalar(
        "select exists (select 1 from information_schema.tables where table_name = cast($name as varchar))",
        ("name", table))!;

    private static bool IsPlain(SqlSession sql)
    {
        using var answer = sql.Read(PlainLog);
        return answer.Read() && answer.GetBoolean(0);
    }

    private static void Lay(SqlSession sql, string[] views)
    {
        foreach (var view in views)
            sql.Execute(Migration.TemporaryTable(view));
    }

    private static void Derive(SqlSession sql, bool everyone)
    {
        sql.Execute(Clear, ("everyone", everyone));
        sql.Execute(Days, ("everyone", everyone));
        sql.Filled("purchase_days");
    }

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(PurchaseDays), name);
}
