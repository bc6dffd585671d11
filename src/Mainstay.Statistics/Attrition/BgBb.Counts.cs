using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// How many purchases, and draws of them.
public sealed partial class BgBb
{
    /// <summary>
    /// P(X(t) = x), in [0, 1]: a beta-binomial count over t opportunities if the customer stays, over those until
    /// leaving else. [FHS10 eq. 8]
    /// </summary>
    /// <param name="x">Purchases, 0 or more.</param>
    /// <param name="t">Opportunities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative.</exception>
    public double Pmf(int x, int t)
    {
        Require.NonNegative(x);
        Require.NonNegative(t);
        if (x > t)
            return 0;
        // ln P(x purchases at i opportunities) and ln P(alive at the i-th), from i = x upward.
        var count = BetaRatio.Log(alpha, beta, x, 0);
        var alive = BetaRatio.Log(gamma, delta, 0, x);
        var sum = 0.0;
        for (var i = x; i < t; i++)
        {
            var all = gamma + delta + i;
            sum += Exp(count + alive) * gamma / all;
            alive += Log((delta + i) / all);
            count += Log((i + 1.0) / (i + 1 - x) * ((beta + i - x) / (alpha + beta + i)));
        }

        return Min(1, sum + Exp(count + alive));
    }

    /// <summary>P(Y(t) = y | x, t_x, n): exactly y purchases at the next t opportunities; in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative.</exception>
    public double Pmf(in OpportunityHistory history, int y, int t)
    {
        Require.NonNegative(y);
        Require.NonNegative(t);
        var pAlive = PAlive(history);
        return (pAlive * IfAlive(history).Pmf(y, t)) + (y == 0 ? 1 - pAlive : 0);
    }

    /// <summary>P(Y(t) ≥ 1 | x, t_x, n): the customer buys at one of the next t opportunities; in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double PBuys(in OpportunityHistory history, int t)
    {
        Require.NonNegative(t);
        return PAlive(history) * (1 - IfAlive(history).Pmf(0, t));
    }

    /// <summary>
    /// How many of these customers the model expects to have bought at 0, 1, … of their own n opportunities. The last
    /// value, at index <paramref name="censorAt"/>, is that many or more; the values sum to the customers.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="censorAt"/> is not positive.</exception>
    public IReadOnlyList<double> ExpectedFrequencies(OpportunityHistories histories, int censorAt)
    {
        Require.Positive(censorAt);
        var expected = new double[censorAt + 1];
        var weights = new SortedDictionary<int, double>();
        for (var i = 0; i < histories.Count; i++)
            weights[histories[i].N] = weights.GetValueOrDefault(histories[i].N) + histories.Weight[i];
        foreach (var (n, weight) in weights)
        {
            for (var x = 0; x < censorAt; x++)
                expected[x] += weight * Pmf(x, n);
        }

        expected[censorAt] = Max(0, histories.TotalWeight - expected.Sum());
        return expected;
    }

    /// <summary>Draws a new customer: adds the numbers of the opportunities bought at, of the first t, ascending.</summary>
    /// <param name="t">How many opportunities are watched.</param>
    /// <param name="random">Seeded by the caller.</param>
    /// <param name="purchases">The numbers are added here.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public void SimulateNew(int t, Random random, ICollection<int> purchases) =>
        SimulateAlive(default, t, random, purchases);

    /// <summary>
    /// Draws the future of a customer who is alive at n: adds the numbers, counted from n, of the opportunities bought
    /// at. Who is alive, <see cref="PAlive(in OpportunityHistory)"/> says; it is not drawn here.
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="t">How many opportunities ahead.</param>
    /// <param name="random">Seeded by the caller.</param>
    /// <param name="purchases">The numbers are added here.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public void SimulateAlive(in OpportunityHistory history, int t, Random random, ICollection<int> purchases)
    {
        Require.NonNegative(t);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        var (x, _, n) = history;
        var buys = Draw.Probability(random, alpha + x, beta + n - x);
        var leaves = Draw.Probability(random, gamma, delta + n);
        for (var i = 1; i <= t && random.NextDouble() >= leaves; i++)
        {
            if (random.NextDouble() < buys)
                purchases.Add(i);
        }
    }
}
