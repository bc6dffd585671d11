using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Renewal;

/// <summary>
/// Beta-discrete-Weibull, for contracts that are renewed or not: as the sBG, but a customer's own risk may fall with
/// every renewal (c &lt; 1) or rise (c &gt; 1). S(t | θ) = (1 − θ)^(tᶜ), θ ~ Beta(α, β); c = 1 is the sBG.
/// </summary>
/// <remarks>
/// [FHLD18] Fader, Hardie, Liu, Davin &amp; Steenburgh, "How to project customer retention" revisited: the role of
/// duration dependence, Journal of Interactive Marketing 43:1–16, 2018.
/// </remarks>
public sealed class Bdw
{
    private readonly double alpha;
    private readonly double beta;
    private readonly double c;

    /// <summary>A BdW with known parameters.</summary>
    /// <param name="alpha">α, weight of leaving at the first renewal, more than 0.</param>
    /// <param name="beta">β, weight of making it, more than 0.</param>
    /// <param name="c">How a customer's own risk ages, more than 0: falls under 1, rises above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Bdw(double alpha, double beta, double c)
    {
        Require.Positive(alpha);
        Require.Positive(beta);
        Require.Positive(c);
        (this.alpha, this.beta, this.c) = (alpha, beta, c);
        Parameters = Letters.Of((nameof(alpha), alpha), (nameof(beta), beta), (nameof(c), c));
    }

    /// <summary><c>bdw</c>.</summary>
    public string Name { get; } = "bdw";

    /// <summary>alpha, beta, c.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<Bdw> Fit(
        RenewalCohorts cohorts, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        RenewalFit.Run(cohorts, 3, p => new Bdw(p[0], p[1], p[2]), options ?? FitOptions.Default, cancellationToken);

    /// <summary>S(t) = B(α, β + tᶜ)/B(α, β) in [0, 1]: still there after t renewals. [FHLD18]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double Survival(int t)
    {
        Require.NonNegative(t);
        return Exp(LogSurvival(t));
    }

    /// <summary>S(n + t)/S(n) in [0, 1]: of those who have renewed n times, still there t renewals later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public double Survival(int t, int renewals)
    {
        Require.NonNegative(t);
        Require.NonNegative(renewals);
        return Exp(LogSurvival((double)t + renewals) - LogSurvival(renewals));
    }

    /// <summary>P(T = t) = S(t − 1) − S(t) in [0, 1]: leaving at the t-th renewal, t ≥ 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is less than 1.</exception>
    public double PLeaves(int t)
    {
        Require.Positive(t);
        return Exp(LogSurvival(t - 1)) * -Special.Stable.Expm1(LogSurvival(t) - LogSurvival(t - 1));
    }

    /// <summary>r(t) = S(t)/S(t − 1) in [0, 1]: of those facing the t-th renewal, who make it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is less than 1.</exception>
    public double Retention(int t)
    {
        Require.Positive(t);
        return Survival(1, t - 1);
    }

    /// <summary>
    /// DEL = Σ S(t)/(1 + d)ᵗ, 1 or more: payments of 1 a new customer is worth now, paid at the start of each period,
    /// the first one now and certain. Summed term by term, some 40/d of them.
    /// </summary>
    /// <param name="d">Effective discount rate per renewal period, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="d"/> is not positive.</exception>
    public double DiscountedExpectedLifetime(double d) => 1 + (DiscountedExpectedResidualLifetime(1, d) / (1 + d));

    /// <summary>
    /// DERL = Σ S(t)/S(n − 1)/(1 + d)^(t − n) over t ≥ n, 0 or more: payments of 1 still to be expected from a customer
    /// who has made n − 1 renewals, just before the n-th; the first of them is the n-th renewal's own.
    /// </summary>
    /// <param name="n">Which renewal comes next, 1 or more.</param>
    /// <param name="d">Effective discount rate per renewal period, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public double DiscountedExpectedResidualLifetime(int n, double d)
    {
        Require.Positive(n);
        Require.Positive(d);
        var (sum, worth, before) = (0.0, 1.0, LogSurvival(n - 1));
        for (var t = (double)n; ; t++)
        {
            var there = Exp(LogSurvival(t) - before) * worth;
            sum += there;

            // What remains is less than if nobody else left.
            if (there / d < 1e-17 * sum || there == 0)
                return sum;
            worth /= 1 + d;
        }
    }

    private double LogSurvival(double t)
    {
        // Γ(x + α)/Γ(x) is x^α where x has more digits than a double.
        var u = Pow(t, c);
        return u < 1e17
            ? RenewalTerm.LogSurvival(alpha, beta, u)
            : Special.GammaRatio.Log(beta, alpha) - (alpha * c * Log(t));
    }
}
