using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// ℓ = Σ w[δ(ln f(z) − ln σ − ln t) + (1 − δ) ln S(z) − ln S(z of entry)], z = (ln t − η)/σ, in the coefficients of an
/// intercept and standardised covariates and in ln σ, with exact derivatives. [Kalbfleisch &amp; Prentice 2002 §3.2]
/// </summary>
internal sealed class AftLikelihood : ILogLikelihood
{
    private readonly SurvivalTimes _times;
    private readonly Standardised _x;
    private readonly AftDistribution _distribution;
    private readonly double _unit;

    /// <param name="times">Durations, all more than 0.</param>
    /// <param name="x">Covariates.</param>
    /// <param name="distribution">Spread.</param>
    /// <param name="unit">The duration whose logarithm the intercept counts from.</param>
    public AftLikelihood(SurvivalTimes times, Standardised x, AftDistribution distribution, double unit) =>
        (_times, _x, _distribution, _unit) = (times, x, distribution, unit);

    /// <summary>Intercept, coefficients, and ln σ unless it is fixed.</summary>
    public int Parameters => _x.Kept.Length + (_distribution == AftDistribution.Exponential ? 1 : 2);

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        var (n, p) = (Parameters, _x.Kept.Length);
        var logSigma = n == p + 2 ? theta[p + 1] : 0;
        var sigma = Exp(logSigma);
        var (value, row) = (0.0, new double[p + 1]);
        for (var i = 0; i < _times.Count; i++)
        {
            row[0] = 1;
            _x.Values.AsSpan(i * p, p).CopyTo(row.AsSpan(1));
            var eta = 0.0;
            for (var j = 0; j <= p; j++)
                eta += theta[j] * row[j];
            var (w, time, entry) = (_times.Weight[i], _times.Time[i], _times.Entry[i]);
            var z = (Log(time / _unit) - eta) / sigma;
            var hasEvent = _times.Cause[i] > 0;
            var end = hasEvent ? AftSpread.LogDensity(_distribution, z) : AftSpread.LogSurvival(_distribution, z);
            value += w * (end.Value - (hasEvent ? logSigma + Log(time) : 0));
            Add(w, end.First, end.Second, z, sigma, row, gradient, hessian);
            if (hasEvent && n == p + 2)
                gradient[p + 1] -= w;
            if (entry == 0)
                continue;

            var from = (Log(entry / _unit) - eta) / sigma;
            var start = AftSpread.LogSurvival(_distribution, from);
            value -= w * start.Value;
            Add(-w, start.First, start.Second, from, sigma, row, gradient, hessian);
        }

        Mirror(hessian, n);
        return double.IsNaN(value) ? double.NegativeInfinity : value;
    }

    /// <summary>∂z/∂η = −x/σ and ∂z/∂ln σ = −z, twice through the chain rule; upper triangle.</summary>
    private static void Add(
        double w, double first, double second, double z, double sigma, double[] row, Span<double> gradient,
        Span<double> hessian)
    {
        var (n, p) = (gradient.Length, row.Length);
        for (var j = 0; j < p; j++)
        {
            var slope = row[j] / sigma;
            gradient[j] -= w * first * slope;
            for (var k = j; k < p; k++)
                hessian[(j * n) + k] += w * second * slope * row[k] / sigma;
            if (n > p)
                hessian[(j * n) + p] += w * ((second * z) + first) * slope;
        }

        if (n == p)
            return;
        gradient[p] -= w * first * z;
        hessian[(p * n) + p] += w * ((second * z) + first) * z;
    }

    private static void Mirror(Span<double> hessian, int n)
    {
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++)
                hessian[(j * n) + k] = hessian[(k * n) + j];
        }
    }
}
