using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>ℓ = Σw[ln B(α+x, β+n−x) − ln B(α, β)]: BG/BB without dropout, the simpler model it is compared with.</summary>
internal sealed class BetaBinomialLikelihood(OpportunityHistories histories) : ILogLikelihood
{
    public int Parameters => 2;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1])];
        var (u, v) = (p[0], p[1]);
        gradient.Clear();
        hessian.Clear();
        var value = 0.0;
        for (var i = 0; i < histories.Count; i++)
        {
            var ((x, _, n), w) = (histories[i], histories.Weight[i]);
            var sum = Gamma.Digamma(u + v) - Gamma.Digamma(u + v + n);
            var sum1 = Gamma.Trigamma(u + v) - Gamma.Trigamma(u + v + n);
            value += w * BetaRatio.Log(u, v, x, n - x);
            gradient[0] += w * (Gamma.Digamma(u + x) - Gamma.Digamma(u) + sum);
            gradient[1] += w * (Gamma.Digamma(v + n - x) - Gamma.Digamma(v) + sum);
            hessian[0] += w * (Gamma.Trigamma(u + x) - Gamma.Trigamma(u) + sum1);
            hessian[1] += w * sum1;
            hessian[3] += w * (Gamma.Trigamma(v + n - x) - Gamma.Trigamma(v) + sum1);
        }

        LogScale.Apply(p, gradient, hessian);
        return value;
    }
}
