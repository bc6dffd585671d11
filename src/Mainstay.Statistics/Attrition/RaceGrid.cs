using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// One side of the <see cref="Race"/> for many parameters: taken at a few times instead of all those of the data, and
/// interpolated between them in ln(t + shift), in which it is analytic up to a distance of π. The interpolation is
/// linear in its values, with weights that no parameter changes, so that it serves several parameters at once.
/// </summary>
internal sealed class RaceGrid
{
    // e^−32, a few units in the last digit of a double.
    private const double Digits = 32;

    // Nodes this far apart err by e^−29.6 of an integral: a log-likelihood needs no more, and they are a quarter fewer.
    private const double Step = 1.0 / 3;

    private static readonly int s_lanes = Vector<double>.Count;

    private readonly RaceTable _table;
    private readonly RaceTable _nodes;
    private readonly double[] _share;
    private readonly double[] _lanes;
    private readonly double[] _weights;
    private readonly int[] _rank;
    private readonly int _count;

    private RaceGrid(RaceTable table, double shift, int count)
    {
        (_table, _count) = (table, count);
        var (from, to) = (Log(table.Times.Min() + shift), Log(table.Times.Max() + shift));
        double[] angles = [.. Enumerable.Range(0, count).Select(j => PI * (j + 0.5) / count)];
        var logs = Array.ConvertAll(angles, angle => ((from + to) / 2) + ((to - from) / 2 * Cos(angle)));
        _nodes = table.At(Array.ConvertAll(logs, log => Max(0, Exp(log) - shift)));
        _share = new double[_nodes.X.Length];
        _lanes = new double[_share.Length * s_lanes];
        _weights = new double[table.Times.Length * count];
        for (var time = 0; time < table.Times.Length; time++)
            Weigh(Log(table.Times[time] + shift), logs, angles, _weights.AsSpan(time * count, count));
        var xs = _nodes.X.AsSpan(0, _nodes.X.Length / count).ToArray();
        _rank = Array.ConvertAll(table.X, x => Array.BinarySearch(xs, x));
    }

    /// <summary>
    /// For parameters α and β of <paramref name="shift"/> or more; null where the data hardly have more times than the
    /// interpolation wants. Errs by ρ^(−nodes), ρ the half axes' sum of the ellipse that the interval's ends span.
    /// </summary>
    public static RaceGrid? Of(RaceTable table, double shift)
    {
        if (table.Times.Length == 0)
            return null;
        var half = Log((table.Times.Max() + shift) / (table.Times.Min() + shift)) / 2;
        var rho = (PI / half) + Sqrt(1 + (PI / half * (PI / half)));
        var count = (int)Clamp(Ceiling(Digits / Log(rho)), 1, 1e6);
        return 2 * count < table.Times.Length ? new(table, shift, count) : null;
    }

    /// <summary>Takes the nodes' values at the parameters of one lane.</summary>
    public void Take(in ParetoNbdParameters parameters, int lane)
    {
        _nodes.Fill(parameters, _share, [], Step);
        var xs = _share.Length / _count;
        for (var node = 0; node < _count; node++)
        {
            for (var rank = 0; rank < xs; rank++)
                _lanes[(((rank * _count) + node) * s_lanes) + lane] = _share[(node * xs) + rank];
        }
    }

    /// <summary>ln F of every pair as <see cref="RaceSide.Logs"/> has it, for the parameters of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(ReadOnlySpan<ParetoNbdParameters> parameters, double[] destination)
    {
        Span<double> letters = stackalloc double[4 * s_lanes];
        for (var lane = 0; lane < s_lanes; lane++)
        {
            var p = parameters[Min(lane, parameters.Length - 1)];
            (letters[lane], letters[s_lanes + lane]) = (p.R, p.Alpha);
            (letters[(2 * s_lanes) + lane], letters[(3 * s_lanes) + lane]) = (p.S, p.Beta);
        }

        Vector<double> r = new(letters), alpha = new(letters[s_lanes..]);
        Vector<double> s = new(letters[(2 * s_lanes)..]), beta = new(letters[(3 * s_lanes)..]);
        for (var time = 0; time < _table.Times.Length; time++)
        {
            var t = new Vector<double>(_table.Times[time]);
            var (La, Lb) = (StableLanes.Log1p(t / alpha), s * StableLanes.Log1p(t / beta));
            var weights = _weights.AsSpan(time * _count, _count);
            var (from, to) = _table.Pairs(time);
            for (var pair = from; pair < to; pair++)
            {
                var at = _rank[pair] * _count * s_lanes;
                var sum = -Lb - ((r + new Vector<double>(_table.X[pair])) * La);
                for (var node = 0; node < weights.Length; node++)
                    sum += new Vector<double>(weights[node]) * new Vector<double>(_lanes, at + (node * s_lanes));
                sum.CopyTo(destination, pair * s_lanes);
            }
        }
    }

    /// <summary>Weights of the values at Chebyshev's nodes in the value at one point. [Berrut &amp; Trefethen 2004]</summary>
    private static void Weigh(double at, double[] logs, double[] angles, Span<double> weights)
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            if (at == logs[j])
            {
                weights.Clear();
                weights[j] = 1;
                return;
            }

            weights[j] = (j % 2 == 0 ? 1 : -1) * Sin(angles[j]) / (at - logs[j]);
            sum += weights[j];
        }

        for (var j = 0; j < weights.Length; j++)
            weights[j] /= sum;
    }
}
