using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ = Σw[lnΓ(r+x) − lnΓ(r) + r ln α − (r+x) ln(α+T)]: purchases without dropout, the part that the beta-geometric
/// models share and the simpler model they are compared with. [domain §1.1]
/// </summary>
/// <remarks>Γ and ψ are taken per distinct x, logarithms per distinct T: hundreds, however many the customers.</remarks>
internal sealed class NbdLikelihood : ILogLikelihood
{
    private readonly double[] _x;
    private readonly double[] _weightOfX;
    private readonly double[] _times;
    private readonly double[] _weightOfT;
    private readonly double[] _purchasesOfT;

    /// <param name="histories">Distinct histories with weights.</param>
    /// <param name="timeScale">What times are multiplied by.</param>
    /// <param name="stages">How many events make a purchase: the k of regular buying.</param>
    public NbdLikelihood(PurchaseHistories histories, double timeScale, int stages = 1)
    {
        _x = Array.ConvertAll(histories.DistinctX.Values, x => x * stages);
        _times = Array.ConvertAll(histories.DistinctT.Values, T => T * timeScale);
        _weightOfX = new double[_x.Length];
        _weightOfT = new double[_times.Length];
        _purchasesOfT = new double[_times.Length];
        for (var i = 0; i < histories.Count; i++)
        {
            _weightOfX[histories.DistinctX[i]] += histories.Weight[i];
            _weightOfT[histories.DistinctT[i]] += histories.Weight[i];
            _purchasesOfT[histories.DistinctT[i]] += histories.Weight[i] * histories.X[i] * stages;
        }
    }

    public int Parameters => 2;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1])];
        gradient.Clear();
        hessian.Clear();
        var value = Add(p[0], p[1], gradient, hessian, 2);
        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    /// <summary>Adds value and natural derivatives by r and α to the first two rows of a model with n parameters.</summary>
    public double Add(double r, double alpha, Span<double> gradient, Span<double> hessian, int n)
    {
        var (lnGamma, psi, psi1) = (Gamma.Log(r), Gamma.Digamma(r), Gamma.Trigamma(r));
        var value = 0.0;
        for (var i = 0; i < _x.Length; i++)
        {
            if (_x[i] == 0)
                continue;
            value += _weightOfX[i] * (Gamma.Log(r + _x[i]) - lnGamma);
            gradient[0] += _weightOfX[i] * (Gamma.Digamma(r + _x[i]) - psi);
            hessian[0] += _weightOfX[i] * (Gamma.Trigamma(r + _x[i]) - psi1);
        }

        for (var i = 0; i < _times.Length; i++)
        {
            var (T, w, xs) = (_times[i], _weightOfT[i], _purchasesOfT[i]);
            var silent = Stable.Log1p(T / alpha);
            var inverse = 1 / (alpha + T);
            value -= (r * w * silent) + (xs * Log(alpha + T));
            gradient[0] -= w * silent;
            gradient[1] += (r * w * T / alpha - xs) * inverse;
            hessian[1] += w * T / alpha * inverse;
            hessian[n + 1] += (((r * w) + xs) * inverse * inverse) - (r * w / (alpha * alpha));
        }

        return value;
    }
}
