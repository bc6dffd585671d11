using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Sampling;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// The posterior of a model's parameters, as weighted draws: around the mode by a multivariate t of the curvature
/// there, corrected by Pareto-smoothed importance sampling. Works in θ, the logarithms. [VSGYG24; domain §1.10]
/// </summary>
internal sealed class ParameterPosterior
{
    // A t of five degrees of freedom has tails heavier than any posterior here; each widening doubts the curvature more.
    private static readonly (double Freedom, double Scale)[] s_proposals = [(5, 1), (4, 1.5), (3, 2.25)];

    private ParameterPosterior(double[] mode, double[] thetas, ParetoSmoothing smoothing) =>
        (Mode, Thetas, Smoothing) = (mode, thetas, smoothing);

    /// <summary>θ̂, where the posterior is highest.</summary>
    public double[] Mode { get; }

    /// <summary>Draws of θ one after another.</summary>
    public double[] Thetas { get; }

    /// <summary>Their weights, and whether to trust them.</summary>
    public ParetoSmoothing Smoothing { get; }

    /// <summary>Null when the posterior has no finite mode.</summary>
    public static ParameterPosterior? Of(
        LogPosterior target, ReadOnlySpan<double> start, PosteriorOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        var top = NewtonAscent.Climb(target, start, FitOptions.Default.MaxSteps, cancellationToken);
        if (!double.IsFinite(top.Value))
            return null;
        ParameterPosterior? best = null;
        foreach (var (freedom, scale) in s_proposals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (thetas, logProposal) = Propose(top, freedom, scale, options);
            var ratios = new double[options.Draws];
            target.Values(thetas, ratios);
            for (var i = 0; i < ratios.Length; i++)
                ratios[i] = double.IsFinite(ratios[i]) ? ratios[i] - logProposal[i] : double.NegativeInfinity;
            var found = new ParameterPosterior(top.Theta, thetas, ParetoSmoothing.Of(ratios));
            if (best is null || found.Smoothing.KHat < best.Smoothing.KHat)
                best = found;
            if (found.Smoothing.Reliable)
                break;
        }

        return best;
    }

    /// <summary>
    /// So many equally weighted draws that stand for all: one under each of evenly spaced points of the cumulated
    /// weight, along the first parameter, so that few of them already cover it.
    /// </summary>
    public double[][] Points(int count)
    {
        var n = Mode.Length;
        var (order, keys) = (new int[Smoothing.Weights.Count], new double[Smoothing.Weights.Count]);
        for (var i = 0; i < order.Length; i++)
            (order[i], keys[i]) = (i, Thetas[i * n]);
        Array.Sort(keys, order);
        var points = new double[count][];
        var (cumulated, next) = (0.0, 0);
        foreach (var draw in order)
        {
            cumulated += Smoothing.Weights[draw];
            for (; next < count && (next + 0.5) / count <= cumulated; next++)
                points[next] = Thetas.AsSpan(draw * n, n).ToArray();
        }

        for (; next < count; next++)
            points[next] = Thetas.AsSpan(order[^1] * n, n).ToArray();
        return points;
    }

    private static (double[] Thetas, double[] LogDensity) Propose(
        Ascent top, double freedom, double scale, PosteriorOptions options)
    {
        var n = top.Theta.Length;
        var random = new Random(options.Seed);
        var eigen = Eigen.Of(top.Hessian, n);
        var (thetas, logs) = (new double[options.Draws * n], new double[options.Draws]);
        var flattest = 1 / (options.PriorDeviation * options.PriorDeviation);
        for (var draw = 0; draw < options.Draws; draw++)
        {
            var stretch = scale * Math.Sqrt(freedom / (2 * Draw.GammaRate(random, freedom / 2, 1)));
            var z = new double[n];
            for (var i = 0; i < n; i++)
                z[i] = Draw.Normal(random) * stretch;
            logs[draw] = -(freedom + n) / 2 * Math.Log(1 + (Square(z) / (scale * scale * freedom)));
            for (var i = 0; i < n; i++)
            {
                // Curvature the data do not give is the prior's: never flatter than it.
                var along = z[i] / Math.Sqrt(Math.Max(-eigen.Values[i], flattest));
                for (var k = 0; k < n; k++)
                    thetas[(draw * n) + k] += along * eigen.Vectors[(k * n) + i];
            }

            for (var k = 0; k < n; k++)
                thetas[(draw * n) + k] += top.Theta[k];
        }

        return (thetas, logs);
    }

    private static double Square(double[] z)
    {
        var sum = 0.0;
        foreach (var value in z)
            sum += value * value;
        return sum;
    }
}
