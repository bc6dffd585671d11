namespace Mainstay.Tests.Demo;

/// <summary>What a sample looks like, by plain sums over its rows: no engine, no model.</summary>
internal sealed record SampleShape
{
    private const decimal RateWithoutCost = 0.4m;

    public required int Customers { get; init; }

    public required double GoldShare { get; init; }

    public required double Losing { get; init; }

    public required double WhalePeak { get; init; }

    public required double Repeaters { get; init; }

    public required double Members { get; init; }

    public required double Anonymous { get; init; }

    public required double Refunded { get; init; }

    public required double CostUnknown { get; init; }

    public static SampleShape Of(List<SampleRow> rows)
    {
        var known = rows.Where(row => row.Customer.Length > 0).ToList();
        var margins = known.GroupBy(row => row.Customer).Select(group => group.Sum(Margin)).OrderDescending().ToList();
        var total = margins.Sum();
        var days = known.Where(row => row.Amount >= 0).GroupBy(row => row.Customer)
            .Select(group => group.Select(row => row.Day).Distinct().Count()).ToList();
        return new SampleShape
        {
            Customers = margins.Count,
            GoldShare = Share(margins.Take(margins.Count / 20).Sum(), total),
            Losing = Share(margins.Count(margin => margin < 0), margins.Count),
            WhalePeak = Share(margins.Where(margin => margin > 0).Sum(), total),
            Repeaters = Share(days.Count(count => count > 1), days.Count),
            Members = Share(Distinct(known.Where(row => row.Member), row => row.Customer), margins.Count),
            Anonymous = Share(
                Distinct(rows.Where(row => row.Customer.Length == 0), row => row.Order),
                Distinct(rows, row => row.Order)),
            Refunded = Share(
                -rows.Where(row => row.Amount < 0).Sum(row => row.Amount),
                rows.Where(row => row.Amount > 0).Sum(row => row.Amount)),
            CostUnknown = Share(rows.Count(row => row.Cost is null), rows.Count),
        };
    }

    private static decimal Margin(SampleRow row) => row.Cost switch
    {
        { } cost => row.Amount - cost,
        null when row.Amount < 0 => row.Amount,
        null => row.Amount * RateWithoutCost,
    };

    private static int Distinct(IEnumerable<SampleRow> rows, Func<SampleRow, string> key) =>
        rows.Select(key).Distinct().Count();

    private static double Share(decimal part, decimal whole) => (double)(part / whole);
}
