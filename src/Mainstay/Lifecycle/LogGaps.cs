using Mainstay.Ledger.Engines;
using Mainstay.Statistics;

namespace Mainstay.Lifecycle;

/// <summary>Σ ln of the gaps between purchase days, which tells how regularly customers buy.</summary>
internal static class LogGaps
{
    /// <summary>Of all customers up to a day, in periods.</summary>
    public static double Read(SqlSession sql, DateOnly until, DateOnly asOf, Period period)
    {
        using var row = sql.Read(SqlFile.Beside(typeof(LogGaps), "log_gaps"), ("until", until), ("as_of", asOf));
        row.Read();
        return row.GetDouble(1) - (row.GetInt64(0) * Math.Log(period.Days));
    }
}
