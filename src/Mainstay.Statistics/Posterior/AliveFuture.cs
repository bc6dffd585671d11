using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Sampling;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// What customers of one x and T who are alive may still bring, in mean purchases: draws in ascending order, each with
/// the posterior point it came from.
/// </summary>
internal sealed class AliveFuture
{
    private readonly int[] _point;

    private AliveFuture(double[] values, int[] point, double mean) => (Values, _point, Mean) = (values, point, mean);

    /// <summary>Draws, ascending.</summary>
    public double[] Values { get; }

    /// <summary>Mean of the draws.</summary>
    public double Mean { get; }

    /// <summary>Mean square of the draws.</summary>
    public double MeanSquare => Values.Sum(value => value * value) / Values.Length;

    /// <summary>
    /// The quantile of a customer who at point k is alive with probability <paramref name="pAlive"/>[k], and is worth
    /// nothing more if not. Looked for from the nearer end.
    /// </summary>
    public double Quantile(ReadOnlySpan<double> pAlive, double share)
    {
        var alive = 0.0;
        foreach (var p in pAlive)
            alive += p / pAlive.Length;
        if (share <= 1 - alive)
            return 0;
        return share < 0.5 ? FromBelow(pAlive, share - (1 - alive)) : FromAbove(pAlive, 1 - share);
    }

    private double FromBelow(ReadOnlySpan<double> pAlive, double wanted)
    {
        var (cumulated, perDraw) = (0.0, 1.0 / Values.Length);
        for (var i = 0; i < Values.Length; i++)
        {
            var weight = pAlive[_point[i]] * perDraw;
            if (cumulated + weight >= wanted && weight > 0)
                return Between(i, (wanted - cumulated) / weight);
            cumulated += weight;
        }

        return Values[^1];
    }

    private double FromAbove(ReadOnlySpan<double> pAlive, double above)
    {
        var (cumulated, perDraw) = (0.0, 1.0 / Values.Length);
        for (var i = Values.Length - 1; i >= 0; i--)
        {
            var weight = pAlive[_point[i]] * perDraw;
            if (cumulated + weight > above && weight > 0)
                return Between(i, 1 - ((above - cumulated) / weight));
            cumulated += weight;
        }

        return 0;
    }

    /// <summary>Part of the way from the draw before to a draw.</summary>
    private double Between(int draw, double part)
    {
        var before = draw == 0 ? 0 : Values[draw - 1];
        return before + ((Values[draw] - before) * part);
    }

    /// <summary>P(value ≤ v) for the same customer; at v = 0 the probability of no further purchase.</summary>
    public double Probability(ReadOnlySpan<double> pAlive, double v)
    {
        var (alive, below) = (0.0, 0.0);
        foreach (var p in pAlive)
            alive += p / pAlive.Length;
        for (var i = 0; i < Values.Length && Values[i] <= v; i++)
            below += pAlive[_point[i]] / Values.Length;
        return 1 - alive + below;
    }

    /// <summary>Simulates: per point so many futures, discounted, spend drawn by the spend model if there is one.</summary>
    public static AliveFuture Simulate(FuturePoint[] points, PurchaseHistory history, FutureOptions options)
    {
        var perPoint = Math.Max(1, options.Draws / points.Length);
        var (values, origin) = (new double[perPoint * points.Length], new int[perPoint * points.Length]);

        // The same numbers for every class: neighbours differ by their histories, not by chance.
        var random = Draw.From(options.Seed);
        var purchases = new List<double>();
        for (var i = 0; i < values.Length; i++)
        {
            var k = i % points.Length;
            purchases.Clear();
            points[k].Model.SimulateAlive(history, options.Horizon, random, purchases);
            (values[i], origin[i]) = (Worth(purchases, points[k], history.X, options.Delta, random), k);
        }

        Array.Sort(values, origin);
        return new(values, origin, values.Sum() / values.Length);
    }

    /// <summary>
    /// Σ e^(−δs)·z over the purchases, in multiples of the customer's expected mean spend. Given ν, the sum of gammas
    /// of equal rate and unequal weight is taken as the gamma of its mean and variance. [Satterthwaite 1946]
    /// </summary>
    private static double Worth(
        List<double> purchases, in FuturePoint point, double x, double delta, Random random)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var at in purchases)
        {
            var discount = Math.Exp(-delta * at);
            sum += discount;
            squares += discount * discount;
        }

        if (point.Spend is not { } spend || sum == 0)
            return sum;
        var (p, q) = (spend.P, spend.Q);
        var shape = p * sum * sum / squares;
        var ofAll = Draw.GammaRate(random, shape, 1) * squares / sum;
        var rate = Draw.GammaRate(random, (p * x) + q, 1);
        return ofAll / rate * ((p * x) + q - 1) / p * point.SpendRatio(x);
    }
}
