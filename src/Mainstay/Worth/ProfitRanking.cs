using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth;

/// <summary>
/// Customers ranked by margin to date, held as the distinct margins with weights: enough for the whale curve, and for
/// the tiers up to ties, which the engine breaks by key.
/// </summary>
internal sealed class ProfitRanking
{
    private readonly List<(decimal Margin, long Customers)> _margins = [];

    private ProfitRanking()
    {
    }

    /// <summary>N: customers with a purchase day.</summary>
    public long Customers { get; private set; }

    public decimal TotalProfit { get; private set; }

    /// <summary>Customers whose margin is not negative.</summary>
    public long NotLosing { get; private set; }

    /// <summary>Distinct margins, best first, with the customers who share each.</summary>
    public IReadOnlyList<(decimal Margin, long Customers)> Margins => _margins;

    public bool TooFewForTiers => Customers < Tier.FewestCustomers;

    public static ProfitRanking Read(SqlSession sql)
    {
        var ranking = new ProfitRanking();
        using var columns = sql.ReadColumns(SqlFile.Beside<ProfitRanking>("distinct_margins"));
        while (columns.NextChunk())
        {
            var margins = columns.Values<decimal>(0);
            var customers = columns.Values<long>(1);
            for (var row = 0; row < columns.RowCount; row++)
                ranking.Add(margins[row], customers[row]);
        }

        return ranking;
    }

    /// <summary>
    /// Customers inside each tier's lower boundary, counted from the best: N times the cumulative share, rounded half
    /// up, gold at least 1, and never beyond those who do not lose.
    /// </summary>
    public (long Gold, long Strong, long Steady) Cuts(TierShares shares)
    {
        var gold = Math.Max(1, HalfUp(shares.Gold * Customers));
        var strong = Math.Max(gold, HalfUp(shares.Strong * Customers));
        var steady = Math.Max(strong, HalfUp(shares.Steady * Customers));
        return (Math.Min(gold, NotLosing), Math.Min(strong, NotLosing), Math.Min(steady, NotLosing));
    }

    /// <summary>The margin of whoever stands at <paramref name="place"/>, and their place among its equals.</summary>
    public (decimal Margin, long PlaceAmongEqual) At(long place)
    {
        var passed = 0L;
        foreach (var (margin, customers) in _margins)
        {
            if (place <= passed + customers)
                return (margin, place - passed);
            passed += customers;
        }

        throw new ArgumentOutOfRangeException(nameof(place), place, $"There are {Customers} customers.");
    }

    private static long HalfUp(decimal value) => (long)Math.Floor(value + 0.5m);

    private void Add(decimal margin, long customers)
    {
        _margins.Add((margin, customers));
        Customers += customers;
        TotalProfit += margin * customers;
        if (margin >= 0)
            NotLosing += customers;
    }
}
