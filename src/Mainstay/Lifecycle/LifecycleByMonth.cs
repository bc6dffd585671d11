using System.Numerics;
using Mainstay.Ledger.Engines;

namespace Mainstay.Lifecycle;

/// <summary>
/// Revenue, activity and retention by calendar month. Customers arrive as distinct (first month, pattern of months)
/// with weights, so that a million customers cost what some thousand patterns do.
/// </summary>
internal sealed class LifecycleByMonth
{
    // Bits of a pattern that a BIGINT holds without its sign, but for the one that stands for all earlier months.
    private const int PatternMonths = 62;
    private const ulong PatternMask = (1UL << PatternMonths) - 1;
    private const int CohortMonths = 24;

    private readonly DateOnly _asOf;
    private readonly Dictionary<DateOnly, decimal> _netRevenue = [];
    private readonly Dictionary<DateOnly, long> _purchaseDays = [];
    private readonly Dictionary<DateOnly, long> _active = [];
    private readonly List<(DateOnly First, ulong Months, long Customers)> _patterns = [];

    private LifecycleByMonth(DateOnly asOf) => _asOf = asOf;

    private DateOnly LastMonth => FirstOfMonth(_asOf);

    private bool LastMonthIsComplete => _asOf.AddDays(1).Day == 1;

    public static LifecycleByMonth Read(SqlSession sql, DateOnly asOf)
    {
        var months = new LifecycleByMonth(asOf);
        months.ReadMoney(sql);
        months.ReadPatterns(sql);
        if (months._patterns.Exists(pattern => pattern.First <= months.LastMonth.AddMonths(-PatternMonths)))
            months.ReadEarlierActivity(sql);
        return months;
    }

    /// <summary>Every month from the first with a purchase to that of as-of, those without sales too.</summary>
    public IReadOnlyList<MonthSummary> Months(Func<decimal, decimal> round)
    {
        if (_netRevenue.Count == 0)
            return [];
        var newCustomers = _patterns.GroupBy(pattern => pattern.First)
            .ToDictionary(group => group.Key, group => group.Sum(pattern => pattern.Customers));
        var summaries = new List<MonthSummary>();
        for (var month = _netRevenue.Keys.Min(); month <= LastMonth; month = month.AddMonths(1))
        {
            summaries.Add(new(
                month,
                round(_netRevenue.GetValueOrDefault(month)),
                _active.GetValueOrDefault(month),
                newCustomers.GetValueOrDefault(month),
                _purchaseDays.GetValueOrDefault(month),
                Complete: month < LastMonth || LastMonthIsComplete));
        }

        return summaries;
    }

    /// <summary>The last 24 cohorts, each over at most 24 months; a month that is not over is left out.</summary>
    public IReadOnlyList<Cohort> Cohorts()
    {
        var lastComplete = LastMonthIsComplete ? LastMonth : LastMonth.AddMonths(-1);
        return [.. _patterns
            .Where(pattern => pattern.First > LastMonth.AddMonths(-CohortMonths))
            .GroupBy(pattern => pattern.First)
            .OrderBy(cohort => cohort.Key)
            .Select(cohort => CohortOf(cohort.Key, [.. cohort], lastComplete))];
    }

    private Cohort CohortOf(
        DateOnly first, IReadOnlyList<(DateOnly First, ulong Months, long Customers)> patterns, DateOnly lastComplete)
    {
        var size = patterns.Sum(pattern => pattern.Customers);
        var ages = Math.Max(0, MonthsBetween(first, lastComplete) + 1);
        var active = new double[ages];
        for (var age = 0; age < ages; age++)
        {
            var bit = MonthsBetween(first.AddMonths(age), LastMonth);
            active[age] = (double)patterns.Where(p => (p.Months >> bit & 1) == 1).Sum(p => p.Customers) / size;
        }

        return new(first, size, active);
    }

    private void ReadMoney(SqlSession sql)
    {
        using (var revenue = sql.Read(Sql("revenue_by_month"), ("as_of", _asOf)))
        {
            while (revenue.Read())
                _netRevenue.Add(revenue.GetFieldValue<DateOnly>(0), revenue.GetDecimal(1));
        }

        using var purchases = sql.Read(Sql("purchases_by_month"), ("as_of", _asOf));
        while (purchases.Read())
            _purchaseDays.Add(purchases.GetFieldValue<DateOnly>(0), purchases.GetInt64(1));
    }

    private void ReadPatterns(SqlSession sql)
    {
        using var columns = sql.ReadColumns(Sql("activity_patterns"));
        while (columns.NextChunk())
        {
            var first = columns.Values<DateOnly>(0);
            var months = columns.Values<long>(1);
            var customers = columns.Values<long>(2);
            for (var row = 0; row < columns.RowCount; row++)
            {
                var pattern = (ulong)months[row] & PatternMask;
                _patterns.Add((first[row], pattern, customers[row]));
                for (var rest = pattern; rest != 0; rest &= rest - 1)
                    CountActive(LastMonth.AddMonths(-BitOperations.TrailingZeroCount(rest)), customers[row]);
            }
        }
    }

    private void ReadEarlierActivity(SqlSession sql)
    {
        using var earlier = sql.Read(
            Sql("earlier_activity"), ("as_of", _asOf), ("before", LastMonth.AddMonths(1 - PatternMonths)));
        while (earlier.Read())
            CountActive(earlier.GetFieldValue<DateOnly>(0), earlier.GetInt64(1));
    }

    private void CountActive(DateOnly month, long customers) =>
        _active[month] = _active.GetValueOrDefault(month) + customers;

    private static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static SqlFile Sql(string name) => SqlFile.Beside<LifecycleByMonth>(name);
}
