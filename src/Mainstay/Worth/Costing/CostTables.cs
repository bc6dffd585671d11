using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Costing;

/// <summary>
/// Prices, inside the engine, what serving customers took up to as-of. Leaves temporary tables on the session:
/// activity_prices, order_activities, cost_basis, the views activities_to_price and priced_costs, and customer_costs.
/// </summary>
internal sealed class CostTables
{
    private CostTables(CostDefinitions definitions, IReadOnlyList<ActivityPrice> prices, decimal waitingRate) =>
        (Definitions, Prices, WaitingRate) = (definitions, prices, waitingRate);

    public CostDefinitions Definitions { get; }

    /// <summary>Numbered from 0, as price_number in the tables.</summary>
    public IReadOnlyList<ActivityPrice> Prices { get; }

    /// <summary>Cost of one unit of money owed, per day: simple interest at the capital rate.</summary>
    public decimal WaitingRate { get; }

    /// <summary>Columns of customer_costs, for an analysis of files, which know orders alone.</summary>
    private const string Columns =
        """
        customer_id varchar, fees_and_delivery decimal(38,12), returns decimal(38,12), service_cost decimal(38,12),
        marketing decimal(38,12), avoidable_returns decimal(38,12), avoidable_service decimal(38,12),
        minutes decimal(38,12), estimated_cost decimal(38,12), mark_rank integer
        """;

    /// <summary>Leaves the prices and the view over them: enough to ask for totals.</summary>
    /// <param name="sql">The session.</param>
    /// <param name="asOf">Last day that counts.</param>
    /// <param name="settings">How the business counts.</param>
    /// <param name="customers">Temporary table of those whose work is priced; null: everybody's.</param>
    public static CostTables Price(SqlSession sql, DateOnly asOf, BusinessSettings settings, string? customers = null)
    {
        var definitions = CostDefinitions.Read(sql);
        sql.Name("activities_to_price", "select * from current_activities"
            + (customers is null ? "" : $" where customer_id in (select customer_id from {customers})"));
        var recorded = RecordedActivities.Read(sql, asOf, definitions);
        var maker = new ActivityPrices(definitions, settings);
        var (prices, days) = (new List<ActivityPrice>(), new List<(int Price, DateOnly Day)>());
        foreach (var work in recorded.GroupBy(one => (one.Activity, one.Drivers)))
        {
            var first = prices.Count;
            prices.AddRange(maker.Of(work.Key.Activity, work.Key.Drivers));
            foreach (var (_, _, day) in work)
                days.Add((prices.FindIndex(first, price => day < price.Until), day));
        }

        var tables = new CostTables(definitions, prices, WaitingRateOf(settings));
        tables.WritePrices(sql, days);
        sql.Materialize(
            "cost_basis", "select cast($as_of as date) as as_of, cast($waiting_rate as decimal(9,9)) as waiting_rate",
            ("as_of", asOf), ("waiting_rate", tables.WaitingRate));
        sql.Name("priced_costs", SqlFile.Beside<CostTables>("priced_costs"));
        return tables;
    }

    /// <summary>As <see cref="Price"/>, and what each customer cost.</summary>
    public static CostTables Build(SqlSession sql, DateOnly asOf, BusinessSettings settings)
    {
        var tables = Price(sql, asOf, settings);
        sql.Materialize("customer_costs", SqlFile.Beside<CostTables>("customer_costs"));
        return tables;
    }

    /// <summary>Leaves customer_costs without a row, where there are no facts but orders.</summary>
    public static void BuildEmpty(SqlSession sql)
    {
        sql.Create("customer_costs_shape", Columns);
        sql.Materialize(
            "customer_costs",
            """
            select customer.customer_id, fees_and_delivery, returns, service_cost, marketing, avoidable_returns,
                   avoidable_service, minutes, estimated_cost, mark_rank
            from   (select customer_id from current_customers limit 0) as customer
            cross join customer_costs_shape
            """);
        sql.Drop("customer_costs_shape");
    }

    /// <summary>Forgets what costing left, but for customer_costs, which whoever keeps an analysis reads.</summary>
    public static void Drop(SqlSession sql) =>
        sql.Drop("activity_prices", "order_activities", "cost_basis");

    private static decimal WaitingRateOf(BusinessSettings settings) => decimal.Round(
        (settings.CapitalRate ?? settings.DiscountRate) / 365.25m, 9, MidpointRounding.AwayFromZero);

    private void WritePrices(SqlSession sql, List<(int Price, DateOnly Day)> days)
    {
        sql.Create(
            "activity_prices",
            """
            price_number bigint, activity varchar, drivers varchar, day date, category varchar,
            category_number bigint, unit_minutes decimal(12,4), cost_per_minute decimal(18,8), unit_cost decimal(18,8),
            avoidable_per_minute decimal(18,8), avoidable_unit_cost decimal(18,8), avoidable_share decimal(9,8),
            mark_rank bigint, rate_rank bigint
            """);
        sql.Fill("activity_prices", rows =>
        {
            foreach (var (number, day) in days)
            {
                var price = Prices[number];
                rows.Append((long)number);
                rows.Append(price.Activity);
                rows.Append(price.Drivers);
                rows.Append(day);
                rows.Append(CostCategory.Of(price.Activity));
                rows.Append((long)CostCategory.NumberOf(price.Activity));
                rows.Append(price.UnitMinutes);
                rows.Append(price.CostPerMinute);
                rows.Append(price.UnitCost);
                rows.Append(Eight(price.CostPerMinute * price.AvoidableShare));
                rows.Append(Eight(price.UnitCost * price.AvoidableShare));
                rows.Append(price.AvoidableShare);
                rows.Append((long)CostMark.Rank(price.Mark));
                rows.Append((long)CostMark.Rank(price.RateMark));
                rows.EndRow();
            }
        });
    }

    private static decimal? Eight(decimal? amount) =>
        amount is { } value ? decimal.Round(value, 8, MidpointRounding.AwayFromZero) : null;
}
