using Mainstay.Ledger.Engines;

namespace Mainstay.Tests.Engines;

/// <summary>A value for every parameter that a statement takes, by the parameter's name.</summary>
internal static class Parameters
{
    /// <summary>Where one file needs another value than its namesakes, as <c>file.parameter</c>.</summary>
    private static readonly Dictionary<string, object?> s_ofOneFile = new(StringComparer.Ordinal)
    {
        ["clear_matches.everyone"] = false,
        ["clear_days.everyone"] = false,
        ["cutoff_history.everyone"] = false,
        ["customer_list.key"] = null,
        ["customer_ladders.key"] = null,
        ["customer_values.key"] = null,
        ["explained_referrals.customer_id"] =
            new Asked("select customer_id from current_customers where customer_key = 'Zoë'"),
        ["explained_rewards.customer_id"] =
            new Asked("select customer_id from current_customers where customer_key = 'ärger'"),
        ["chosen_customers.tier"] = "losing",
        ["customer_list.count"] = 1_000L,
        ["record_import.import_number"] = 99L,
        ["latest_snapshot.as_of"] = null,
        ["find_customers.key"] = " ZOE@example.com",
    };

    private static readonly Dictionary<string, object?> s_values = new(StringComparer.Ordinal)
    {
        ["as_of"] = FilledLedger.AsOf,
        ["before"] = new DateOnly(2024, 1, 1),
        ["average_acquisition_cost"] = 12.5,
        ["by_key"] = true,
        ["company_margin_rate"] = 0.41,
        ["company_service_rate"] = 0.07,
        ["days_per_period"] = 7.0,
        ["delivery_activity"] = "delivery",
        ["gold_least"] = null,
        ["gold_fraction"] = 0.95,
        ["least"] = 25m,
        ["force"] = 0.00026,
        ["order_activity"] = "order",
        ["return_activity"] = "return",
        ["share"] = 2.5m,
        ["steady_least"] = null,
        ["steady_fraction"] = 0.56,
        ["strong_least"] = null,
        ["strong_fraction"] = 0.84,
        ["sure"] = 0.8,
        ["type_one"] = 0.5m,
        ["waiting_rate"] = 0.00027m,
        ["with_exceptions"] = true,
        ["count"] = 10L,
        ["below"] = FilledLedger.SampleBelow,
        ["best_first"] = true,
        ["created"] = 8L,
        ["currency"] = FilledLedger.Settings.Currency,
        ["cutoff"] = FilledLedger.Cutoff,
        ["customer_id"] = new Asked("select customer_id from current_customers where customer_key = 'b-1'"),
        ["descending"] = true,
        ["engine_version"] = null,
        ["everyone"] = true,
        ["file_name"] = "more.csv",
        ["file_number"] = 1,
        ["first_day"] = new DateOnly(2024, 1, 1),
        ["gold_key"] = "b-1",
        ["gold_margin"] = new Asked("select max(margin_to_date) * 0.5 from customer_history"),
        ["import_id"] = Guid.Parse("018f0000-0000-7000-8000-000000000002"),
        ["import_number"] = 4L,
        ["imported_at"] = new DateTimeOffset(2024, 7, 2, 8, 30, 0, TimeSpan.Zero),
        ["key"] = "Zoë",
        ["kind"] = "orders",
        ["last"] = 12L,
        ["last_day"] = new DateOnly(2024, 6, 30),
        ["ledger_version"] = null,
        ["margin"] = new Asked("select max(margin_to_date) from customer_history"),
        ["margin_rate"] = FilledLedger.Settings.MarginRate,
        ["median_revenue"] = 55.5,
        ["offset"] = 3L,
        ["p_alive_model"] = "mbg-nbd",
        ["place"] = 1L,
        ["rejected"] = 2L,
        ["rows_read"] = 11L,
        ["search"] = "A",
        ["settings_hash"] = null,
        ["skipped"] = 1L,
        ["snapshot_id"] = FilledLedger.SnapshotId,
        ["sort"] = "margin_to_date",
        ["source"] = "orders",
        ["stage"] = null,
        ["state"] = null,
        ["steady_key"] = "b-1",
        ["steady_margin"] = new Asked("select max(margin_to_date) * 0.1 from customer_history"),
        ["strong_key"] = "b-1",
        ["strong_margin"] = new Asked("select max(margin_to_date) * 0.25 from customer_history"),
        ["tier"] = null,
        ["today"] = OrderFiles.LastDay,
        ["until"] = FilledLedger.Cutoff,
        ["updated"] = 2L,
        ["width"] = 2.5,
        ["with_tiers"] = true,
        ["zone"] = "Asia/Tokyo",
    };

    /// <summary>The values a file takes; what has to be asked for is asked of the embedded engine, for both.</summary>
    public static (string Name, object? Value)[] Of(SqlFile file, string name, SqlSession duckDb) =>
        [.. file.Parameters.Select(parameter => (parameter.Name, Value(name, parameter, duckDb)))];

    private static object? Value(string file, SqlParameterInfo parameter, SqlSession duckDb)
    {
        if (!s_ofOneFile.TryGetValue($"{file}.{parameter.Name}", out var value)
            && !s_values.TryGetValue(parameter.Name, out value))
            Assert.Fail(
                $"{file}.sql takes ${parameter.Name} {parameter.Type}, of which this test knows nothing: give it a "
                + "value in Engines/Parameters.cs under which the statement finds rows.");
        return value is Asked asked ? duckDb.Scalar(asked.Query) : value;
    }

    private sealed record Asked(string Query);
}
