using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ of BG/NBD (s = 0) and MBG/NBD (s = 1) with exact first and second derivatives, as
/// NBD + [ln B(a,b+x+s) − ln B(a,b)] + ln(1 + eᵘ), where u is the log-odds of having left after the last purchase:
/// u = ln(a/(b+x−1+s)) + (r+x)·[ln(α+T) − ln(α+t_x)]. [FHL05; domain §1.2, §1.4]
/// </summary>
internal sealed partial class BetaGeometricLikelihood : ILogLikelihood
{
    private const int N = 4;

    private readonly PurchaseHistories _histories;
    private readonly int s;
    private readonly double _timeScale;
    private readonly double[] _weightOfX;

    public BetaGeometricLikelihood(PurchaseHistories histories, int s, double timeScale)
    {
        (_histories, this.s, _timeScale) = (histories, s, timeScale);
        Nbd = new(histories, timeScale);
        _weightOfX = new double[histories.DistinctX.Count];
        for (var i = 0; i < histories.Count; i++)
            _weightOfX[histories.DistinctX[i]] += histories.Weight[i];
    }

    public NbdLikelihood Nbd { get; }

    public int Parameters => N;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3])];
        var (r, alpha, a, b) = (p[0], p[1], p[2], p[3]);
        gradient.Clear();
        hessian.Clear();
        var value = Nbd.Add(r, alpha, gradient, hessian, N);
        value += AddStaying(a, b, gradient, hessian);
        value += AddLeaving(r, alpha, a, b, gradient, hessian);
        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    /// <summary>ln B(a, b+x+s) − ln B(a, b).</summary>
    public double AddStaying(double a, double b, Span<double> gradient, Span<double> hessian)
    {
        var (lnB, psiAB, psiB) = (Gamma.Log(a + b) - Gamma.Log(b), Gamma.Digamma(a + b), Gamma.Digamma(b));
        var (psi1AB, psi1B) = (Gamma.Trigamma(a + b), Gamma.Trigamma(b));
        var value = 0.0;
        for (var i = 0; i < _weightOfX.Length; i++)
        {
            var (n, w) = (_histories.DistinctX.Values[i] + s, _weightOfX[i]);
            if (n == 0)
                continue;
            var psiAll = Gamma.Digamma(a + b + n);
            var psi1All = Gamma.Trigamma(a + b + n);
            value += w * (Gamma.Log(b + n) - Gamma.Log(a + b + n) + lnB);
            gradient[2] += w * (psiAB - psiAll);
            gradient[3] += w * (psiAB - psiAll + Gamma.Digamma(b + n) - psiB);
            hessian[(2 * N) + 2] += w * (psi1AB - psi1All);
            hessian[(2 * N) + 3] += w * (psi1AB - psi1All);
            hessian[(3 * N) + 3] += w * (psi1AB - psi1All + Gamma.Trigamma(b + n) - psi1B);
        }

        return value;
    }

    /// <summary>
    /// ln(1 + eᵘ) per row, the only loop over all rows: one exponential and one logarithm each, the logarithms of
    /// times taken per distinct time. Derivatives by the chain rule through u: σ(u)·∂u, σ′(u)·∂u∂u + σ(u)·∂²u.
    /// </summary>
    private double AddLeaving(
        double r, double alpha, double a, double b, Span<double> gradient, Span<double> hessian)
    {
        var (xs, txs, times) = (_histories.DistinctX, _histories.DistinctTx, _histories.DistinctT);
        var odds = Array.ConvertAll(xs.Values, x => b + x - 1 + s > 0 ? Log(a / (b + x - 1 + s)) : 0);
        var (logTx, inverseTx) = Tabulate(txs.Values, alpha);
        var (logT, inverseT) = Tabulate(times.Values, alpha);
        var weight = _histories.Weight;
        var value = 0.0;
        double gr = 0, galpha = 0, ga = 0, gb = 0;
        double hrr = 0, hra = 0, hraa = 0, hrb = 0, haa = 0, halpha = 0, halphab = 0, hA = 0, hAB = 0, hB = 0;
        for (var i = 0; i < weight.Length; i++)
        {
            var x = xs.Values[xs[i]];
            if (x + s == 0)
                continue;
            var (late, early) = (inverseT[times[i]], inverseTx[txs[i]]);
            var ur = logT[times[i]] - logTx[txs[i]];
            var ualpha = (r + x) * (late - early);
            var ub = -1 / (b + x - 1 + s);
            var u = odds[xs[i]] + ((r + x) * ur);
            var e = Exp(-Abs(u));
            var w = weight[i];
            value += w * (Max(u, 0) + Log(1 + e));
            var ws = w * (u >= 0 ? 1 : e) / (1 + e);
            var wv = w * e / ((1 + e) * (1 + e));

            gr += ws * ur;
            galpha += ws * ualpha;
            ga += ws;
            gb += ws * ub;
            hrr += wv * ur * ur;
            hra += (ws * (late - early)) + (wv * ur * ualpha);
            hraa += wv * ur;
            hrb += wv * ur * ub;
            haa += (ws * (r + x) * ((early * early) - (late * late))) + (wv * ualpha * ualpha);
            halpha += wv * ualpha;
            halphab += wv * ualpha * ub;
            hA += wv;
            hAB += wv * ub;
            hB += (ws + wv) * ub * ub;
        }

        gradient[0] += gr;
        gradient[1] += galpha;
        gradient[2] += ga / a;
        gradient[3] += gb;
        hessian[0] += hrr;
        hessian[1] += hra;
        hessian[2] += hraa / a;
        hessian[3] += hrb;
        hessian[N + 1] += haa;
        hessian[N + 2] += halpha / a;
        hessian[N + 3] += halphab;
        hessian[(2 * N) + 2] += (hA - ga) / (a * a);
        hessian[(2 * N) + 3] += hAB / a;
        hessian[(3 * N) + 3] += hB;
        return value;
    }

    private (double[] Logs, double[] Inverses) Tabulate(double[] times, double alpha) => (
        Array.ConvertAll(times, t => Log(alpha + (t * _timeScale))),
        Array.ConvertAll(times, t => 1 / (alpha + (t * _timeScale))));
}
