namespace Mainstay.Statistics.Attrition;

/// <summary>
/// What a model expects a set of customers to buy, by calendar period, to lay beside what they did buy: the first test
/// of any model of repeat buying. Calendar time starts when the first customer first bought; one who came later by
/// max T − T starts later by as much.
/// </summary>
/// <remarks>[FHL05] Fader, Hardie &amp; Lee, Marketing Science 24(2), 2005, figures 2 and 3; domain §1.8.</remarks>
public sealed record Tracking
{
    // Histories of whole days start and end on whole days: closer times than this are the same one.
    private const double Same = 1e-9;

    private Tracking(IReadOnlyList<double> cumulative, int calibrated)
    {
        (Cumulative, CalibratedPeriods) = (cumulative, calibrated);
        Incremental = [.. cumulative.Select((sum, i) => i == 0 ? sum : sum - cumulative[i - 1])];
    }

    /// <summary>Repeat purchases expected up to the end of period 1, 2, 3 … of calendar time.</summary>
    public IReadOnlyList<double> Cumulative { get; }

    /// <summary>Repeat purchases expected within each period.</summary>
    public IReadOnlyList<double> Incremental { get; }

    /// <summary>How many whole periods the histories cover; what follows is forecast for the same customers.</summary>
    public int CalibratedPeriods { get; }

    /// <summary>
    /// Σ w·E[X(i − b)] at the end of period i = 1 … <paramref name="periods"/>, b = max T − T: what is expected of
    /// customers of whom nothing is known but when they came, before and after the end of observation alike.
    /// </summary>
    /// <param name="model">The model, usually fitted to the same histories.</param>
    /// <param name="histories">Who came when: only T and the weights matter.</param>
    /// <param name="periods">How many periods of calendar time, beyond the longest T to see into the holdout.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not positive.</exception>
    public static Tracking Expected(ILatentAttrition model, PurchaseHistories histories, int periods)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(histories);
        Require.Positive(periods, nameof(periods));
        var arrivals = Arrivals(histories);
        var known = new Dictionary<long, double>();
        var cumulative = new double[periods];
        for (var i = 0; i < periods; i++)
        {
            foreach (var (start, customers) in arrivals)
            {
                var since = i + 1 - start;
                if (since <= Same)
                    break;
                var key = (long)Math.Round(since / Same);
                if (!known.TryGetValue(key, out var expected))
                    known.Add(key, expected = model.ExpectedPurchases(since));
                cumulative[i] += customers * expected;
            }
        }

        return new(cumulative, (int)Math.Floor(histories.LongestT + Same));
    }

    /// <summary>
    /// The forecast that knows each customer's history: Σ w·E[Y(i) | x, t_x, T] at the end of period i = 1 …
    /// <paramref name="periods"/> after the end of observation, to lay beside the purchases of a holdout.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="histories">The customers, as observed.</param>
    /// <param name="periods">How many periods ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not positive.</exception>
    public static Tracking Ahead(ILatentAttrition model, PurchaseHistories histories, int periods)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(histories);
        Require.Positive(periods, nameof(periods));
        var (cumulative, expected) = (new double[periods], new double[histories.Count]);
        for (var i = 0; i < periods; i++)
        {
            model.ExpectedPurchases(histories, i + 1, expected);
            for (var row = 0; row < expected.Length; row++)
                cumulative[i] += histories.Weight[row] * expected[row];
        }

        return new(cumulative, calibrated: 0);
    }

    /// <summary>Customers by the time of their first purchase, the earliest first.</summary>
    private static List<(double Start, double Customers)> Arrivals(PurchaseHistories histories)
    {
        var customers = new double[histories.DistinctT.Count];
        for (var i = 0; i < histories.Count; i++)
            customers[histories.DistinctT[i]] += histories.Weight[i];
        return [.. customers
            .Select((weight, i) => (Start: histories.LongestT - histories.DistinctT.Values[i], Customers: weight))
            .OrderBy(arrival => arrival.Start)];
    }
}
