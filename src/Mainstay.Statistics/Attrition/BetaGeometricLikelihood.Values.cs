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
        var lanes = new Lanes(_histories, s, _timeScale);
        Span<double> none = stackalloc double[N + (N * N)];
        for (var first = 0; first < values.Length; first += s_lanes)
        {
            var used = Min(s_lanes, values.Length - first);
            for (var lane = 0; lane < s_lanes; lane++)
            {
                // A vector's unused lanes repeat its first θ.
                var theta = thetas.Slice((first + (lane < used ? lane : 0)) * N, N);
                lanes.Set(lane, Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3]));
            }

            var leaving = lanes.Leaving();
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

    /// <summary>A row that may be gone: where its x, t_x and T stand in their tables.</summary>
    private readonly record struct Row(int X, int Tx, int T, double Weight);

    /// <summary>What the rows look up, for as many θ as a vector holds: tables by distinct x, t_x and T.</summary>
    private sealed class Lanes(PurchaseHistories histories, int s, double timeScale)
    {
        // So many factors of at most 2 stay within a double.
        private const int Factors = 512;

        private readonly Vector<double>[] _odds = new Vector<double>[histories.DistinctX.Count];
        private readonly Vector<double>[] _power = new Vector<double>[histories.DistinctX.Count];
        private readonly Vector<double>[] _early = new Vector<double>[histories.DistinctTx.Count];
        private readonly Vector<double>[] _late = new Vector<double>[histories.DistinctT.Count];
        private readonly Row[] _rows = ByWeight(histories, s);

        public void Set(int lane, double r, double alpha, double a, double b)
        {
            var (xs, txs, times) = (histories.DistinctX.Values, histories.DistinctTx.Values, histories.DistinctT.Values);
            for (var i = 0; i < xs.Length; i++)
            {
                _odds[i] = _odds[i].WithElement(lane, xs[i] + s > 0 ? Log(a / (b + xs[i] - 1 + s)) : 0);
                _power[i] = _power[i].WithElement(lane, r + xs[i]);
            }

            for (var i = 0; i < txs.Length; i++)
                _early[i] = _early[i].WithElement(lane, Log(alpha + (txs[i] * timeScale)));
            for (var i = 0; i < times.Length; i++)
                _late[i] = _late[i].WithElement(lane, Log(alpha + (times[i] * timeScale)));
        }

        // Vector code is not precompiled: without this its first, long loops run unoptimised.
        /// <summary>
        /// Σ w·ln(1 + eᵘ) over the rows that may be gone, lane by lane. Rows of one weight share a logarithm, that of
        /// the product of their 1 + e^(−|u|).
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Vector<double> Leaving()
        {
            var (sum, ofOneWeight, product) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.One);
            for (var i = 0; i < _rows.Length; i++)
            {
                var row = _rows[i];
                var u = _odds[row.X] + (_power[row.X] * (_late[row.T] - _early[row.Tx]));
                ofOneWeight += Vector.Max(u, Vector<double>.Zero);
                product *= Vector<double>.One + Vector.Exp(-Vector.Abs(u));
                var last = i + 1 == _rows.Length || _rows[i + 1].Weight != row.Weight;
                if (last || i % Factors == 0)
                    (ofOneWeight, product) = (ofOneWeight + Vector.Log(product), Vector<double>.One);
                if (last)
                    (sum, ofOneWeight) = (sum + (ofOneWeight * row.Weight), Vector<double>.Zero);
            }

            return sum;
        }

        private static Row[] ByWeight(PurchaseHistories histories, int s)
        {
            var (xs, txs, times) = (histories.DistinctX, histories.DistinctTx, histories.DistinctT);
            var rows = Enumerable.Range(0, histories.Count).Where(row => xs.Values[xs[row]] + s > 0).ToArray();
            var weights = Array.ConvertAll(rows, row => histories.Weight[row]);
            Array.Sort(weights, rows);
            return Array.ConvertAll(rows, row => new Row(xs[row], txs[row], times[row], histories.Weight[row]));
        }
    }
}
