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

    // A posterior from many customers is nearly normal, and draws far from its mode would only cost.
    private static readonly (double Freedom, double Scale) s_nearlyNormal = (30, 1.05);

    private ParameterPosterior(double[] mode, double[][] axes, double[] coordinates, ParetoSmoothing smoothing)
    {
        (Mode, Axes, Coordinates, Smoothing) = (mode, axes, coordinates, smoothing);
        Thetas = Along(mode, axes, coordinates);
    }

    /// <summary>θ̂, where the posterior is highest.</summary>
    public double[] Mode { get; }

    /// <summary>The posterior's principal directions at the mode, each one standard deviation long.</summary>
    public double[][] Axes { get; }

    /// <summary>The draws as multiples of the axes, one draw after another: θ = θ̂ + Σ zᵢ·axisᵢ.</summary>
    public double[] Coordinates { get; }

    /// <summary>Draws of θ one after another.</summary>
    public double[] Thetas { get; }

    /// <summary>Their weights, and whether to trust them.</summary>
    public ParetoSmoothing Smoothing { get; }

    /// <summary>Null when the posterior has no finite mode.</summary>
    public static ParameterPosterior? Of(
        LogPosterior target, ReadOnlySpan<double> start, PosteriorOptions options, bool mayApproximate,
        CancellationToken cancellationToken)
    {
        options.Check();
        var top = NewtonAscent.Climb(target, start, FitOptions.Default.MaxSteps, cancellationToken);
        if (!double.IsFinite(top.Value))
            return null;
        var axes = AxesAt(top, options.PriorDeviation);
        ParameterPosterior? best = null;
        foreach (var (freedom, scale) in mayApproximate ? [s_nearlyNormal, .. s_proposals] : s_proposals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (z, ratios) = (new double[options.Draws * axes.Length], new double[options.Draws]);
            var logProposal = Propose(z, axes.Length, freedom, scale, options);
            PosteriorValues.Fill(target, z, Along(top.Theta, axes, z), ratios, mayApproximate);
            for (var i = 0; i < ratios.Length; i++)
                ratios[i] = double.IsFinite(ratios[i]) ? ratios[i] - logProposal[i] : double.NegativeInfinity;
            var found = new ParameterPosterior(top.Theta, axes, z, ParetoSmoothing.Of(ratios));
            if (best is null || found.Smoothing.KHat < best.Smoothing.KHat)
                best = found;
            if (found.Smoothing.Reliable)
                break;
        }

        return best;
    }

    /// <summary>f over all draws, from its values at the mode and at ±1.5 deviations along each axis.</summary>
    /// <param name="f">One or more quantities, each more than 0.</param>
    /// <returns>The draws of each quantity.</returns>
    /// <remarks>
    /// The logarithm of f is taken as a quadratic without cross terms in the axes, which uncorrelate the draws: 2n + 1
    /// evaluations instead of thousands, for the smooth sums over all customers this is used for.
    /// </remarks>
    public double[][] OverDraws(Func<double[], IReadOnlyList<double>> f)
    {
        const double Step = 1.5;
        var n = Mode.Length;
        IReadOnlyList<double> At(int axis, double z) =>
            f([.. Mode.Zip(Axes[axis], (mode, along) => mode + (z * along))]);
        var (centre, sides) = (f(Mode), new (IReadOnlyList<double> Up, IReadOnlyList<double> Down)[n]);
        for (var i = 0; i < n; i++)
            sides[i] = (At(i, Step), At(i, -Step));

        var draws = new double[centre.Count][];
        var (slope, bend) = (new double[n], new double[n]);
        for (var quantity = 0; quantity < draws.Length; quantity++)
        {
            var middle = Math.Log(centre[quantity]);
            for (var i = 0; i < n; i++)
            {
                var (up, down) = (Math.Log(sides[i].Up[quantity]), Math.Log(sides[i].Down[quantity]));
                (slope[i], bend[i]) = ((up - down) / (2 * Step), (up + down - (2 * middle)) / (Step * Step));
            }

            draws[quantity] = AlongAxes(middle, slope, bend);
        }

        return draws;
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

    private double[] AlongAxes(double middle, double[] slope, double[] bend)
    {
        var n = slope.Length;
        var values = new double[Smoothing.Weights.Count];
        for (var draw = 0; draw < values.Length; draw++)
        {
            var log = middle;
            for (var i = 0; i < n; i++)
            {
                var z = Coordinates[(draw * n) + i];
                log += (slope[i] * z) + (bend[i] * z * z / 2);
            }

            values[draw] = Math.Exp(log);
        }

        return values;
    }

    /// <summary>Fills z with draws of the t; returns their log densities up to a constant.</summary>
    private static double[] Propose(double[] z, int n, double freedom, double scale, PosteriorOptions options)
    {
        var random = Draw.From(options.Seed);
        var logs = new double[options.Draws];
        for (var draw = 0; draw < options.Draws; draw++)
        {
            var stretch = scale * Math.Sqrt(freedom / (2 * Draw.GammaRate(random, freedom / 2, 1)));
            var square = 0.0;
            for (var i = 0; i < n; i++)
            {
                var along = Draw.Normal(random) * stretch;
                z[(draw * n) + i] = along;
                square += along * along;
            }

            logs[draw] = -(freedom + n) / 2 * Math.Log(1 + (square / (scale * scale * freedom)));
        }

        return logs;
    }

    private static double[][] AxesAt(Ascent top, double priorDeviation)
    {
        var n = top.Theta.Length;
        var eigen = Eigen.Of(top.Hessian, n);
        var axes = new double[n][];
        for (var i = 0; i < n; i++)
        {
            // Curvature the data do not give is the prior's: never flatter than it.
            var deviation = 1 / Math.Sqrt(Math.Max(-eigen.Values[i], 1 / (priorDeviation * priorDeviation)));
            axes[i] = new double[n];
            for (var k = 0; k < n; k++)
                axes[i][k] = eigen.Vectors[(k * n) + i] * deviation;
        }

        return axes;
    }

    private static double[] Along(double[] mode, double[][] axes, double[] coordinates)
    {
        var n = mode.Length;
        var thetas = new double[coordinates.Length];
        for (var at = 0; at < thetas.Length; at += n)
        {
            for (var k = 0; k < n; k++)
            {
                thetas[at + k] = mode[k];
                for (var i = 0; i < n; i++)
                    thetas[at + k] += coordinates[at + i] * axes[i][k];
            }
        }

        return thetas;
    }
}
