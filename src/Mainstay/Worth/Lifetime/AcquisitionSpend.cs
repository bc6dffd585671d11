using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Lifetime;

/// <summary>What one month and channel cost, and whom it won.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Channel">Null: every channel.</param>
/// <param name="Cost">Spent.</param>
/// <param name="Leads">Brought; null where no file says.</param>
/// <param name="Won">Customers whose first purchase fell there.</param>
internal sealed record AcquisitionSpend(DateOnly Month, string? Channel, decimal Cost, decimal? Leads, long Won)
{
    /// <summary>Needs won_customers on the session.</summary>
    public static IReadOnlyList<AcquisitionSpend> ReadAll(SqlSession sql, DateOnly asOf)
    {
        var won = new List<(DateOnly Month, string? Channel, long Customers)>();
        using (var row = sql.Read(SqlFile.Beside<AcquisitionSpend>("won_by_channel")))
        {
            while (row.Read())
                won.Add((row.GetFieldValue<DateOnly>(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2)));
        }

        var all = new List<AcquisitionSpend>();
        using var spend = sql.Read(SqlFile.Beside<AcquisitionSpend>("acquisition_spend"), ("as_of", asOf));
        while (spend.Read())
        {
            var (month, channel) = (spend.GetFieldValue<DateOnly>(0), spend.IsDBNull(1) ? null : spend.GetString(1));
            all.Add(new(
                month, channel, spend.IsDBNull(2) ? 0 : spend.GetDecimal(2),
                spend.IsDBNull(3) ? null : spend.GetDecimal(3),
                won.Where(one => one.Month == month && (channel is null || one.Channel == channel))
                    .Sum(one => one.Customers)));
        }

        return all;
    }
}
