using System.Runtime.CompilerServices;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ of Pareto/NBD with exact first and second derivatives in θ = (ln r, ln α, ln s, ln β), as
/// lnΓ(r+x) − lnΓ(r) − x ln α + ln(U + V): after t_x the customer left before the next purchase, U(x, t_x), or that
/// purchase comes after T, V(x, T). Each is an integral of positive terms per different pair; its derivatives are means
/// under its own density, so that no derivative of a special function is needed. [FH05; domain §1.3]
/// </summary>
internal sealed partial class ParetoNbdLikelihood : ILogLikelihood
{
    private const int N = RaceSide.N;
    private const int Entries = RaceSide.Entries;

    private readonly RaceTable _leaving;
    private readonly RaceTable _buying;
    private readonly double[] _x;
    private readonly double[] _weightOfX;

    // By row, in the order of the leaving side's pairs, so that looking those up walks through memory.
    private readonly int[] _left;
    private readonly int[] _buys;
    private readonly double[] _weight;

    public ParetoNbdLikelihood(PurchaseHistories histories, double timeScale)
    {
        _leaving = RaceTable.Leaving(histories, timeScale);
        _buying = RaceTable.Buying(histories, timeScale);
        _x = histories.DistinctX.Values;
        _weightOfX = new double[_x.Length];
        for (var i = 0; i < histories.Count; i++)
            _weightOfX[histories.DistinctX[i]] += histories.Weight[i];
        var weight = histories.Weight.ToArray();
        _left = Array.ConvertAll(_leaving.Order, row => _leaving.OfRow[row]);
        _buys = Array.ConvertAll(_leaving.Order, row => _buying.OfRow[row]);
        _weight = Array.ConvertAll(_leaving.Order, row => weight[row]);
    }

    public int Parameters => N;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        var p = Natural(theta);
        gradient.Clear();
        hessian.Clear();
        var value = AddBought(p, gradient, hessian);
        value += AddEither(
            new(_leaving, p, derivatives: true), new(_buying, p, derivatives: true), gradient, hessian);
        for (var i = 1; i < N; i++)
        {
            for (var j = 0; j < i; j++)
                hessian[(i * N) + j] = hessian[(j * N) + i];
        }

        return value;
    }

    private static ParetoNbdParameters Natural(ReadOnlySpan<double> theta) =>
        new(Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3]));

    /// <summary>lnΓ(r+x) − lnΓ(r) − x ln α, per different x.</summary>
    private double AddBought(in ParetoNbdParameters p, Span<double> gradient, Span<double> hessian)
    {
        var (r, logAlpha) = (p.R, Log(p.Alpha));
        var (lnGamma, psi, psi1) = (Gamma.Log(r), Gamma.Digamma(r), Gamma.Trigamma(r));
        var value = 0.0;
        for (var i = 0; i < _x.Length; i++)
        {
            var (x, w) = (_x[i], _weightOfX[i]);
            if (x == 0)
                continue;
            var first = r * (Gamma.Digamma(r + x) - psi);
            value += w * (Gamma.Log(r + x) - lnGamma - (x * logAlpha));
            gradient[0] += w * first;
            gradient[1] -= w * x;
            hessian[0] += w * ((r * r * (Gamma.Trigamma(r + x) - psi1)) + first);
        }

        return value;
    }

    /// <summary>
    /// Σ w·ln(U + V) with derivatives: with σ = U/(U + V), ∂ln(U+V) = σ∂U/U + (1−σ)∂V/V =: g and
    /// ∂²ln(U+V) = σ∂²U/U + (1−σ)∂²V/V − gg′. What is linear is summed per pair first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AddEither(RaceSide U, RaceSide V, Span<double> gradient, Span<double> hessian)
    {
        var (ofU, ofV) = (new double[U.Logs.Length], new double[V.Logs.Length]);
        Span<double> outer = stackalloc double[Entries];
        outer.Clear();
        var value = 0.0;
        for (var i = 0; i < _weight.Length; i++)
        {
            var (iu, iv, w) = (_left[i], _buys[i], _weight[i]);
            var d = U.Logs[iu] - V.Logs[iv];
            var e = Exp(-Abs(d));
            value += w * (Max(U.Logs[iu], V.Logs[iv]) + Log(1 + e));
            var sigma = (d >= 0 ? 1 : e) / (1 + e);
            ofU[iu] += w * sigma;
            ofV[iv] += w * (d >= 0 ? e : 1) / (1 + e);
            AddOuter(w, sigma, U.Gradient.AsSpan(iu * N, N), V.Gradient.AsSpan(iv * N, N), outer);
        }

        Span<double> linear = stackalloc double[Entries];
        linear.Clear();
        AddWeighted(ofU, U, gradient, linear);
        AddWeighted(ofV, V, gradient, linear);
        var at = 0;
        for (var i = 0; i < N; i++)
        {
            for (var j = i; j < N; j++, at++)
                hessian[(i * N) + j] += linear[at] - outer[at];
        }

        return value;
    }

    private static void AddOuter(
        double w, double sigma, ReadOnlySpan<double> u, ReadOnlySpan<double> v, Span<double> outer)
    {
        var (g0, g1) = (v[0] + (sigma * (u[0] - v[0])), v[1] + (sigma * (u[1] - v[1])));
        var (g2, g3) = (v[2] + (sigma * (u[2] - v[2])), v[3] + (sigma * (u[3] - v[3])));
        var (w0, w1, w2) = (w * g0, w * g1, w * g2);
        outer[9] += w * g3 * g3;
        outer[0] += w0 * g0;
        outer[1] += w0 * g1;
        outer[2] += w0 * g2;
        outer[3] += w0 * g3;
        outer[4] += w1 * g1;
        outer[5] += w1 * g2;
        outer[6] += w1 * g3;
        outer[7] += w2 * g2;
        outer[8] += w2 * g3;
    }

    private static void AddWeighted(double[] weights, RaceSide side, Span<double> gradient, Span<double> second)
    {
        for (var pair = 0; pair < weights.Length; pair++)
        {
            for (var i = 0; i < N; i++)
                gradient[i] += weights[pair] * side.Gradient[(pair * N) + i];
            for (var i = 0; i < Entries; i++)
                second[i] += weights[pair] * side.Second[(pair * Entries) + i];
        }
    }
}
