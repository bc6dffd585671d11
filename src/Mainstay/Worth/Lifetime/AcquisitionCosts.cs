using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Lifetime;

/// <summary>
/// Lays what was spent on winning customers on those it won: the spend of a month and channel over the customers whose
/// first purchase fell there, so that leads who never bought are paid for by those who did. Leaves acquired_customers
/// on the session.
/// </summary>
internal sealed record AcquisitionCosts
{
    /// <summary>On customers, rewards for bringing them included.</summary>
    public decimal Assigned { get; init; }

    /// <summary>Spent in months and channels that won nobody, and what rounding leaves.</summary>
    public decimal Unassigned { get; init; }

    /// <summary>Mean cost of a customer won by spending; null where no spend is known.</summary>
    public decimal? Average { get; init; }

    /// <summary>Customers won over leads, where files say how many leads there were.</summary>
    public double? LeadConversion { get; init; }

    public static AcquisitionCosts Build(SqlSession sql, DateOnly asOf)
    {
        if (!(bool)sql.Scalar("select exists (select 1 from current_acquisition_spend)")!
            && !(bool)sql.Scalar("select exists (select 1 from current_referrals)")!)
            return BuildEmpty(sql);
        sql.Materialize("won_customers", SqlFile.Beside<AcquisitionCosts>("won_customers"));
        var spend = AcquisitionSpend.ReadAll(sql, asOf);
        WritePrices(sql, spend);
        sql.Materialize("acquired_customers", SqlFile.Beside<AcquisitionCosts>("acquired_customers"), ("as_of", asOf));
        using var row = sql.Read(SqlFile.Beside<AcquisitionCosts>("acquired_totals"));
        row.Read();
        var (assigned, byChannel, won) = (row.GetDecimal(0), row.GetDecimal(1), row.GetInt64(2));
        var withLeads = spend.Where(one => one.Leads > 0).ToList();
        return new()
        {
            Assigned = assigned,
            Unassigned = spend.Sum(one => one.Cost) - byChannel,
            Average = won > 0 ? byChannel / won : null,
            LeadConversion = withLeads.Count == 0
                ? null
                : (double)(withLeads.Sum(one => one.Won) / withLeads.Sum(one => one.Leads)!.Value),
        };
    }

    /// <summary>Leaves the table without a row.</summary>
    public static AcquisitionCosts BuildEmpty(SqlSession sql)
    {
        sql.Materialize(
            "acquired_customers",
            "select customer_id, cast(0 as decimal(38, 12)) as acquisition_cost, "
            + "cast(0 as decimal(38, 12)) as channel_cost from current_customers limit 0");
        return new();
    }

    public static void Drop(SqlSession sql) => sql.Drop("won_customers", "acquisition_prices");

    private static void WritePrices(SqlSession sql, IReadOnlyList<AcquisitionSpend> spend)
    {
        sql.Create("acquisition_prices", "month date, channel varchar, unit_cost decimal(38,12)");
        sql.Fill("acquisition_prices", rows =>
        {
            foreach (var one in spend.Where(one => one.Won > 0))
            {
                rows.Append(one.Month);
                rows.Append(one.Channel);

                // Downwards, so that no more is laid on customers than was spent.
                rows.Append(decimal.Round(one.Cost / one.Won, 12, MidpointRounding.ToZero));
                rows.EndRow();
            }
        });
    }
}
