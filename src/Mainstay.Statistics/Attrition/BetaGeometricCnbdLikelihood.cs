using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ of BG/CNBD-k (s = 0) and MBG/CNBD-k (s = 1) with exact first and second derivatives, as condensed NBD +
/// [ln B(a,b+x+s) − ln B(a,b)] + ln(1 + eᵘ), where u is the log-odds of having left after the last purchase:
/// u = ln(a/(b+x−1+s)) + (r+kx)·[ln(α+T) − ln(α+t_x)] − ln S₂. [RPS20; domain §1.4]
/// </summary>
internal sealed class BetaGeometricCnbdLikelihood(PurchaseHistories histories, int s, int k, double timeScale)
    : ILogLikelihood
{
    private const int N = 4;

    private readonly CondensedNbdLikelihood _stages = new(histories, k, timeScale);
    private readonly BetaGeometricLikelihood _coins = new(histories, s, timeScale);

    public int Parameters => N;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3])];
        gradient.Clear();
        hessian.Clear();
        var value = _stages.AddStages(p[0], p[1], gradient, hessian, N);
        value += _coins.AddStaying(p[2], p[3], gradient, hessian);
        value += AddEnds(p, gradient, hessian);
        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    /// <summary>ℓ alone, as a posterior asks for it thousands of times.</summary>
    public double Value(ReadOnlySpan<double> theta)
    {
        var (r, alpha, a, b) = (Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3]));
        Span<double> none = stackalloc double[N + (N * N)];
        var value = _stages.AddStages(r, alpha, none[..N], none[N..], N);
        value += _coins.AddStaying(a, b, none[..N], none[N..]);
        var (xs, txs, times) = (histories.DistinctX, histories.DistinctTx, histories.DistinctT);
        var (odds, logTx, logT) = (Odds(a, b), Logs(txs, alpha), Logs(times, alpha));
        var silence = new StageSilence(histories, k, timeScale, r, alpha);
        for (var i = 0; i < histories.Count; i++)
        {
            var (x, lnSilence) = (xs.Values[xs[i]], Log(silence.Of(i)));
            var u = odds[xs[i]] + ((r + (k * x)) * (logT[times[i]] - logTx[txs[i]])) - lnSilence;
            value += histories.Weight[i] * (lnSilence + (x + s == 0 ? 0 : Max(u, 0) + Log(1 + Exp(-Abs(u)))));
        }

        return value;
    }

    /// <summary>ln(S₁ + S₂) per row: how the history ends, the only loop over all rows.</summary>
    private double AddEnds(ReadOnlySpan<double> p, Span<double> gradient, Span<double> hessian)
    {
        var (r, alpha, a, b) = (p[0], p[1], p[2], p[3]);
        var (xs, txs, times) = (histories.DistinctX, histories.DistinctTx, histories.DistinctT);
        var (odds, logTx, logT) = (Odds(a, b), Logs(txs, alpha), Logs(times, alpha));
        var silence = new StageSilence(histories, k, timeScale, r, alpha);
        Span<double> first = stackalloc double[N];
        var value = 0.0;
        for (var i = 0; i < histories.Count; i++)
        {
            var (x, w, f) = (xs.Values[xs[i]], histories.Weight[i], silence.At(i));
            value += w * f.Value;
            AddSilence(w, f, gradient, hessian);
            if (x + s == 0)
                continue;
            var (R, passed) = (r + (k * x), logT[times[i]] - logTx[txs[i]]);
            var u = odds[xs[i]] + (R * passed) - f.Value;
            var e = Exp(-Abs(u));
            value += w * (Max(u, 0) + Log(1 + e));
            var (left, spread) = (w * (u >= 0 ? 1 : e) / (1 + e), w * e / ((1 + e) * (1 + e)));
            var late = 1 / (alpha + (histories.T[i] * timeScale));
            var early = 1 / (alpha + (histories.Tx[i] * timeScale));
            (first[0], first[1]) = (passed - f.R, (R * (late - early)) - f.Alpha);
            (first[2], first[3]) = (1 / a, -1 / (b + x - 1 + s));
            AddOuter(left, spread, first, gradient, hessian);
            hessian[0] -= left * f.RR;
            hessian[1] += left * (late - early - f.RAlpha);
            hessian[N + 1] += left * ((R * ((early * early) - (late * late))) - f.AlphaAlpha);
            hessian[(2 * N) + 2] -= left / (a * a);
            hessian[(3 * N) + 3] += left * first[3] * first[3];
        }

        return value;
    }

    private double[] Odds(double a, double b) => Array.ConvertAll(
        histories.DistinctX.Values, x => b + x - 1 + s > 0 ? Log(a / (b + x - 1 + s)) : 0);

    private double[] Logs(DistinctColumn times, double alpha) =>
        Array.ConvertAll(times.Values, t => Log(alpha + (t * timeScale)));

    private static void AddSilence(
        double w, in StageSilence.Derivatives f, Span<double> gradient, Span<double> hessian)
    {
        gradient[0] += w * f.R;
        gradient[1] += w * f.Alpha;
        hessian[0] += w * f.RR;
        hessian[1] += w * f.RAlpha;
        hessian[N + 1] += w * f.AlphaAlpha;
    }

    /// <summary>ln(1 + eᵘ) by the chain rule: σ(u)·∂u to the gradient, σ′(u)·∂u∂u to the upper triangle.</summary>
    private static void AddOuter(
        double left, double spread, ReadOnlySpan<double> first, Span<double> gradient, Span<double> hessian)
    {
        for (var i = 0; i < N; i++)
        {
            gradient[i] += left * first[i];
            for (var j = i; j < N; j++)
                hessian[(i * N) + j] += spread * first[i] * first[j];
        }
    }
}
