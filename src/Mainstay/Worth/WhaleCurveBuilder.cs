using Mainstay.Worth.Tiers;

namespace Mainstay.Worth;

/// <summary>Draws the whale curve from a ranking: cumulative profit, its peak, and what is lost after it.</summary>
internal static class WhaleCurveBuilder
{
    // Enough for a smooth line on paper; the peak is a point of its own.
    private const int Steps = 200;

    public static WhaleCurve Build(ProfitRanking ranking, MinorUnit unit)
    {
        var total = ranking.TotalProfit;
        var losses = -ranking.Margins.Where(one => one.Margin < 0).Sum(one => one.Margin * one.Customers);
        var points = ranking.Customers == 0 ? [] : Points(ranking, unit);
        if (total <= 0)
        {
            return new(null, null, unit.Round(losses), unit.Round(total), points)
            {
                PeakReason = ranking.Customers == 0
                    ? "there are no customers yet"
                    : "total profit is not positive, so there is no whole to take a share of",
            };
        }

        var peak = (double)((total + losses) / total);
        var shape = WhaleShape.Of(
            ranking.Margins.Select(one => ((double)one.Customers, (double)(one.Margin * one.Customers))));
        return new(peak, (double)ranking.NotLosing / ranking.Customers, unit.Round(losses), unit.Round(total), points)
        {
            Area = shape?.Area,
            StobachoffIndex = shape?.StobachoffIndex,
            ShareSubsidised = 1 - ((double)ranking.NotLosing / ranking.Customers),
        };
    }

    private static List<WhalePoint> Points(ProfitRanking ranking, MinorUnit unit)
    {
        var points = new List<WhalePoint>();
        var (passed, cumulative) = (0L, 0m);
        using var margins = ranking.Margins.GetEnumerator();
        margins.MoveNext();
        foreach (var place in Places(ranking))
        {
            while (passed + margins.Current.Customers < place)
            {
                passed += margins.Current.Customers;
                cumulative += margins.Current.Margin * margins.Current.Customers;
                margins.MoveNext();
            }

            var profit = cumulative + (margins.Current.Margin * (place - passed));
            points.Add(new(
                (double)place / ranking.Customers,
                unit.Round(profit),
                ranking.TotalProfit > 0 ? (double)(profit / ranking.TotalProfit) : null));
        }

        return points;
    }

    private static SortedSet<long> Places(ProfitRanking ranking)
    {
        var places = new SortedSet<long> { 0, ranking.NotLosing, ranking.Customers };
        for (var step = 1; step < Steps; step++)
            places.Add((long)((Int128)ranking.Customers * step / Steps));
        return places;
    }
}
