using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ of regular buying without dropout, the condensed NBD: the simpler model that BG/CNBD-k and MBG/CNBD-k are
/// compared with, and the part that the three share.
/// </summary>
/// <remarks>
/// Chatfield &amp; Goodhardt, "A consumer purchasing model with Erlang inter-purchase times", JASA, 1973.
/// </remarks>
internal sealed class CondensedNbdLikelihood(PurchaseHistories histories, int k, double timeScale) : ILogLikelihood
{
    private readonly NbdLikelihood _stages = new(histories, timeScale, k);

    // (k−1)·litt − x ln Γ(k) with times scaled; without litt where it is not known.
    private readonly double _gaps =
        ((k - 1) * ((histories.TotalLogGaps ?? 0) + (histories.TotalPurchases * Log(timeScale))))
        - (histories.TotalPurchases * Special.Gamma.Log(k));

    public int Parameters => 2;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1])];
        gradient.Clear();
        hessian.Clear();
        var value = AddStages(p[0], p[1], gradient, hessian, 2);
        var silence = new StageSilence(histories, k, timeScale, p[0], p[1]);
        for (var i = 0; i < histories.Count; i++)
        {
            var (w, f) = (histories.Weight[i], silence.At(i));
            value += w * f.Value;
            gradient[0] += w * f.R;
            gradient[1] += w * f.Alpha;
            hessian[0] += w * f.RR;
            hessian[1] += w * f.RAlpha;
            hessian[3] += w * f.AlphaAlpha;
        }

        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    /// <summary>The stages up to the last purchase, and the gaps; r and α are the first two of n parameters.</summary>
    public double AddStages(double r, double alpha, Span<double> gradient, Span<double> hessian, int n) =>
        _gaps + _stages.Add(r, alpha, gradient, hessian, n);
}
