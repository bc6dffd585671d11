using System.Globalization;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Spend;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests;

/// <summary>
/// Public order logs turned into histories as domain §1.0 says: one purchase day per calendar day, the first day not
/// counted in x nor in the mean spend, exact sevenths for weeks.
/// </summary>
internal sealed class PurchaseLog
{
    // Lazy, so that an absent file skips the tests that need it and no others.
    private static readonly Lazy<PurchaseLog> s_cdnow =
        new(() => Read("cdnow_sample.csv", 0, 1, 3, new(1997, 9, 30)));

    private static readonly Lazy<PurchaseLog> s_grocery =
        new(() => Read("grocery_elog.csv", 0, 1, null, new(2006, 12, 31)));

    private PurchaseLog(IReadOnlyList<Customer> customers, PurchaseHistories histories) =>
        (Customers, Histories) = (customers, histories);

    /// <summary>CDNOW, 2,357 customers, calibration to 1997-09-30, holdout of 39 weeks.</summary>
    public static PurchaseLog Cdnow => s_cdnow.Value;

    /// <summary>Grocery, 1,525 customers, calibration to 2006-12-31, holdout of 52 weeks.</summary>
    public static PurchaseLog Grocery => s_grocery.Value;

    /// <summary>Distinct histories with weights.</summary>
    public PurchaseHistories Histories { get; }

    /// <summary>Every customer, in the order of the file.</summary>
    public IReadOnlyList<Customer> Customers { get; }

    /// <summary>Customers with x and z̄ above 0.</summary>
    public SpendSummaries Spend()
    {
        var buyers = Customers.Where(c => c.History.X > 0 && c.MeanSpend > 0).ToList();
        return new([.. buyers.Select(c => c.History.X)], [.. buyers.Select(c => c.MeanSpend)]);
    }

    /// <summary>Histories as distinct rows with weights, in the order of first appearance.</summary>
    public static PurchaseHistories Merge(IEnumerable<PurchaseHistory> histories, double? logGaps = null)
    {
        var rows = histories.GroupBy(h => h).ToList();
        return new(
            [.. rows.Select(g => g.Key.X)], [.. rows.Select(g => g.Key.Tx)], [.. rows.Select(g => g.Key.T)],
            [.. rows.Select(g => (double)g.Count())])
        { TotalLogGaps = logGaps };
    }

    private static PurchaseLog Read(string name, int id, int date, int? amount, DateOnly cutoff)
    {
        var orders = File.ReadLines(Golden.SharedData(name)).Skip(1).Select(line => line.Split(',')).Select(f => (
            Id: f[id],
            Day: DateOnly.Parse(f[date], CultureInfo.InvariantCulture).DayNumber,
            Amount: amount is { } column ? double.Parse(f[column], CultureInfo.InvariantCulture) : 0));
        var customers = orders.GroupBy(o => o.Id).Select(g => Summarise([.. g.Select(o => (o.Day, o.Amount))], cutoff.DayNumber));
        var all = customers.ToList();
        return new(all, Merge(all.Select(c => c.History), all.Sum(c => c.LogGaps)));
    }

    private static Customer Summarise(List<(int Day, double Amount)> orders, int cutoff)
    {
        var days = orders.GroupBy(o => o.Day).OrderBy(g => g.Key).Select(g => (g.Key, Spend: g.Sum(o => o.Amount))).ToList();
        var seen = days.FindAll(d => d.Key <= cutoff);
        var first = seen[0].Key;
        var x = seen.Count - 1;
        return new(
            new(x, (seen[^1].Key - first) / 7.0, (cutoff - first) / 7.0),
            x == 0 ? 0 : seen.Skip(1).Sum(d => d.Spend) / x,
            days.Count - seen.Count,
            [.. days.Skip(1).Select(d => (d.Key - first) / 7.0)]);
    }

    internal sealed record Customer(
        PurchaseHistory History, double MeanSpend, int HoldoutPurchases, IReadOnlyList<double> RepeatTimes)
    {
        /// <summary>Gaps between purchases over the whole log, in weeks.</summary>
        public IReadOnlyList<double> Gaps => [.. RepeatTimes.Select((at, i) => at - (i == 0 ? 0 : RepeatTimes[i - 1]))];

        /// <summary>Σ ln of the gaps in the calibration period.</summary>
        public double LogGaps => Gaps.Take((int)History.X).Sum(Math.Log);
    }
}
