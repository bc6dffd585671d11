using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// The likelihood alone at thousands of parameters, as a posterior asks for it: several θ side by side in one vector, so
// that every row costs one exponential and one logarithm for all of them, and its pairs are looked up once.
internal sealed partial class ParetoNbdLikelihood
{
    private static readonly int s_lanes = Vector<double>.Count;

    public double Value(ReadOnlySpan<double> theta)
    {
        Span<double> value = stackalloc double[1];
        Values(theta, value);
        return value[0];
    }

    public void Values(ReadOnlySpan<double> thetas, Span<double> values)
    {
        var (U, V) = (new double[_leaving.X.Length * s_lanes], new double[_buying.X.Length * s_lanes]);
        for (var first = 0; first < values.Length; first += s_lanes)
        {
            var used = Min(s_lanes, values.Length - first);
            for (var lane = 0; lane < used; lane++)
            {
                var p = Natural(thetas.Slice((first + lane) * N, N));
                values[first + lane] = Bought(p);
                Scatter(new RaceSide(_leaving, p, derivatives: false).Logs, U, lane);
                Scatter(new RaceSide(_buying, p, derivatives: false).Logs, V, lane);
            }

            var either = Either(U, V);
            for (var lane = 0; lane < used; lane++)
                values[first + lane] += either[lane];
        }
    }

    private static void Scatter(double[] logs, double[] lanes, int lane)
    {
        for (var pair = 0; pair < logs.Length; pair++)
            lanes[(pair * s_lanes) + lane] = logs[pair];
    }

    private double Bought(in ParetoNbdParameters p)
    {
        var (lnGamma, logAlpha, value) = (Gamma.Log(p.R), Log(p.Alpha), 0.0);
        for (var i = 0; i < _x.Length; i++)
            value += _weightOfX[i] * (Gamma.Log(p.R + _x[i]) - lnGamma - (_x[i] * logAlpha));
        return value;
    }

    /// <summary>Σ w·ln(U + V), a vector of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector<double> Either(double[] U, double[] V)
    {
        var (sum, floor) = (Vector<double>.Zero, new Vector<double>(-700));
        for (var i = 0; i < _weight.Length; i++)
        {
            var (u, v) = (new Vector<double>(U, _left[i] * s_lanes), new Vector<double>(V, _buys[i] * s_lanes));
            var e = Vector.Exp(Vector.Max(-Vector.Abs(u - v), floor));
            sum += new Vector<double>(_weight[i]) * (Vector.Max(u, v) + Vector.Log(Vector<double>.One + e));
        }

        return sum;
    }
}
