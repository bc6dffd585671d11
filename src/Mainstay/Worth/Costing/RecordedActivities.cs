using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>The distinct work to price: what was recorded, and what rates price though nobody records it.</summary>
internal static class RecordedActivities
{
    /// <summary>
    /// Activity, drivers and day, each triple once. Needs activities_to_price on the session; leaves order_activities.
    /// </summary>
    public static IReadOnlyList<(string Activity, string Drivers, DateOnly Day)> Read(
        SqlSession sql, DateOnly asOf, CostDefinitions definitions)
    {
        var recorded = new List<(string Activity, string Drivers, DateOnly Day)>();
        Add(recorded, sql, "distinct_activities", ("as_of", asOf));
        CountOrders(sql, asOf, definitions);
        Add(recorded, sql, "counted_activities");
        return recorded;
    }

    /// <summary>
    /// Orders, deliveries and returns are counted where the rate card prices them and nobody records them one by one.
    /// </summary>
    private static void CountOrders(SqlSession sql, DateOnly asOf, CostDefinitions definitions)
    {
        string? Counted(params string[] names) =>
            definitions.Rates.Select(rate => rate.Activity)
                .FirstOrDefault(rate => names.Contains(rate, StringComparer.OrdinalIgnoreCase)) is { } name
            && !IsRecorded(sql, asOf, name)
                ? name
                : null;

        sql.Materialize(
            "order_activities", SqlFile.Beside(typeof(RecordedActivities), "counted_orders"), ("as_of", asOf),
            ("order_activity", Counted("order", "orders")), ("return_activity", Counted("return", "returns")),
            ("delivery_activity", Counted("delivery", "deliveries")));
    }

    /// <summary>Whether anybody's activity has the name, whoever's work is priced.</summary>
    private static bool IsRecorded(SqlSession sql, DateOnly asOf, string name) => (bool)sql.Scalar(
        "select exists (select 1 from current_activities where lower(activity) = lower($name) "
        + "and (day is null or day <= cast($as_of as date)))",
        ("name", name), ("as_of", asOf))!;

    private static void Add(
        List<(string, string, DateOnly)> recorded, SqlSession sql, string file,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var row = sql.Read(SqlFile.Beside(typeof(RecordedActivities), file), parameters);
        while (row.Read())
            recorded.Add((row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2)));
    }
}
