using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// The likelihood alone at thousands of parameters, as a posterior asks for it: several θ side by side in one vector, so
// that every row costs one exponential and one logarithm for all of them, and its indexes are looked up once.
internal sealed partial class BetaGeometricLikelihood
{
    private static readonly int s_lanes = Vector<double>.Count;

    public double Value(ReadOnlySpan<double> theta)
    {
        Span<double> thetas = stackalloc double[N];
        Span<double> value = stackalloc double[1];
        theta[..N].CopyTo(thetas);
        Values(thetas, value);
        return value[0];
    }

    public void Values(ReadOnlySpan<double> thetas, Span<double> values)
    {
        var lanes = new Lanes(_histories, s_lanes);
        Span<double> none = stackalloc double[N + (N * N)];
        for (var first = 0; first < values.Length; first += s_lanes)
        {
            var used = Min(s_lanes, values.Length - first);
            for (var lane = 0; lane < s_lanes; lane++)
            {
                // A vector's unused lanes repeat its first θ.
                var theta = thetas.Slice((first + (lane < used ? lane : 0)) * N, N);
                lanes.Set(lane, Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3]), s, _timeScale);
            }

            var leaving = lanes.Leaving(s);
            for (var lane = 0; lane < used; lane++)
            {
                var theta = thetas.Slice((first + lane) * N, N);
                var (a, b) = (Exp(theta[2]), Exp(theta[3]));
                values[first + lane] = Nbd.Add(Exp(theta[0]), Exp(theta[1]), none[..N], none[N..], N)
                    + Staying(a, b) + leaving[lane];
            }
        }
    }

    private double Staying(double a, double b)
    {
        var (lnB, value) = (Gamma.Log(a + b) - Gamma.Log(b), 0.0);
        for (var i = 0; i < _weightOfX.Length; i++)
        {
            var n = _histories.DistinctX.Values[i] + s;
            value += n == 0 ? 0 : _weightOfX[i] * (Gamma.Log(b + n) - Gamma.Log(a + b + n) + lnB);
        }

        return value;
    }

    /// <summary>What the rows look up, for as many θ as a vector holds: tables by distinct x, t_x and T.</summary>
    private sealed class Lanes(PurchaseHistories histories, int count)
    {
        private readonly double[] _odds = new double[histories.DistinctX.Count * count];
        private readonly double[] _power = new double[histories.DistinctX.Count * count];
        private readonly double[] _early = new double[histories.DistinctTx.Count * count];
        private readonly double[] _late = new double[histories.DistinctT.Count * count];

        public void Set(int lane, double r, double alpha, double a, double b, int s, double timeScale)
        {
            var (xs, txs, times) = (histories.DistinctX.Values, histories.DistinctTx.Values, histories.DistinctT.Values);
            for (var i = 0; i < xs.Length; i++)
            {
                _odds[(i * count) + lane] = xs[i] + s > 0 ? Log(a / (b + xs[i] - 1 + s)) : 0;
                _power[(i * count) + lane] = r + xs[i];
            }

            for (var i = 0; i < txs.Length; i++)
                _early[(i * count) + lane] = Log(alpha + (txs[i] * timeScale));
            for (var i = 0; i < times.Length; i++)
                _late[(i * count) + lane] = Log(alpha + (times[i] * timeScale));
        }

        // Vector code is not precompiled: without this its first, long loops run unoptimised.
        /// <summary>Σ w·ln(1 + eᵘ) over the rows that may be gone, lane by lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Vector<double> Leaving(int s)
        {
            var (xs, txs, times) = (histories.DistinctX, histories.DistinctTx, histories.DistinctT);
            var weight = histories.Weight;
            var sum = Vector<double>.Zero;
            for (var i = 0; i < weight.Length; i++)
            {
                if (xs.Values[xs[i]] + s == 0)
                    continue;
                var gap = new Vector<double>(_late, times[i] * count) - new Vector<double>(_early, txs[i] * count);
                var u = new Vector<double>(_odds, xs[i] * count) + (new Vector<double>(_power, xs[i] * count) * gap);
                var left = Vector.Log(Vector<double>.One + Vector.Exp(-Vector.Abs(u)));
                sum += (Vector.Max(u, Vector<double>.Zero) + left) * weight[i];
            }

            return sum;
        }
    }
}
