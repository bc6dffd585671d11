using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Renewal;

/// <summary>
/// ℓ = Σ left·ln P(T = t) + Σ stayed·ln S(t) − Σ entered·ln S(t) over all cohorts, in ln α, ln β and, for the
/// beta-discrete-Weibull, ln c; with exact derivatives.
/// </summary>
internal sealed class RenewalLikelihood(RenewalCohorts cohorts, int parameters) : ILogLikelihood
{
    // Beyond, tᶜ has no Γ: the data would need customers who all leave at one renewal, none before and none after.
    private const double Largest = 1e100;

    public int Parameters => parameters;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        Span<double> p = stackalloc double[parameters];
        for (var i = 0; i < parameters; i++)
            p[i] = Exp(theta[i]);
        var c = parameters == 3 ? p[2] : 1;
        var longest = Max(1, cohorts.Stayed.Select(row => row.Key).DefaultIfEmpty(0).Max());
        if (Pow(longest, c) > Largest)
            return double.NegativeInfinity;

        var term = new RenewalTerm(p[0], p[1], c, parameters);
        var value = 0.0;
        foreach (var (t, customers) in cohorts.Left.Where(row => row.Value > 0))
            value += Add(term.Leave(t), customers, gradient, hessian);
        foreach (var (t, customers) in cohorts.Stayed.Where(row => row.Key > 0 && row.Value > 0))
            value += Add(term.Survive(t), customers, gradient, hessian);
        foreach (var (t, customers) in cohorts.Entered.Where(row => row.Key > 0 && row.Value > 0))
            value += Add(term.Survive(t), -customers, gradient, hessian);
        if (!double.IsFinite(value))
            return double.NegativeInfinity;
        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    private double Add(RenewalTerm term, double customers, Span<double> gradient, Span<double> hessian)
    {
        for (var i = 0; i < parameters; i++)
        {
            gradient[i] += customers * term.Gradient[i];
            for (var j = 0; j < parameters; j++)
                hessian[(i * parameters) + j] += customers * term.Hessian[(i * 3) + j];
        }

        return customers * term.Value;
    }
}
