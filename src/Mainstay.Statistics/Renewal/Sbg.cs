using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Renewal;

/// <summary>
/// Shifted beta-geometric, for contracts that are renewed or not: at each renewal a customer leaves with a probability
/// θ of their own, θ ~ Beta(α, β). Retention rises with time because those inclined to leave have left.
/// </summary>
/// <remarks>
/// [FH07] Fader &amp; Hardie, Journal of Interactive Marketing 21(1):76–90, 2007; [FH10] the same, Marketing Science
/// 29(1):85–93, 2010.
/// </remarks>
public sealed class Sbg
{
    private readonly double alpha;
    private readonly double beta;

    /// <summary>An sBG with known parameters.</summary>
    /// <param name="alpha">α, weight of leaving, more than 0.</param>
    /// <param name="beta">β, weight of staying, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Sbg(double alpha, double beta)
    {
        Require.Positive(alpha);
        Require.Positive(beta);
        (this.alpha, this.beta) = (alpha, beta);
        Parameters = Letters.Of((nameof(alpha), alpha), (nameof(beta), beta));
    }

    /// <summary><c>sbg</c>.</summary>
    public string Name { get; } = "sbg";

    /// <summary>alpha, beta.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<Sbg> Fit(
        RenewalCohorts cohorts, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        RenewalFit.Run(cohorts, 2, p => new Sbg(p[0], p[1]), options ?? FitOptions.Default, cancellationToken);

    /// <summary>S(t) = B(α, β + t)/B(α, β) in [0, 1]: still there after t renewals. [FH07 eq. 6]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double Survival(int t)
    {
        Require.NonNegative(t);
        return Exp(RenewalTerm.LogSurvival(alpha, beta, t));
    }

    /// <summary>S(n + t)/S(n) in [0, 1]: of those who have renewed n times, still there t renewals later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public double Survival(int t, int renewals)
    {
        Require.NonNegative(renewals);
        return new Sbg(alpha, beta + renewals).Survival(t);
    }

    /// <summary>
    /// P(T = t) = B(α + 1, β + t − 1)/B(α, β) in [0, 1]: leaving at the t-th renewal, t ≥ 1. [FH07 eq. 5]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is less than 1.</exception>
    public double PLeaves(int t)
    {
        Require.Positive(t);
        return Exp(new RenewalTerm(alpha, beta, 1, 2).Leave(t).Value);
    }

    /// <summary>r(t) = (β + t − 1)/(α + β + t − 1) in (0, 1): of those facing the t-th renewal, who make it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is less than 1.</exception>
    public double Retention(int t)
    {
        Require.Positive(t);
        return (beta + t - 1) / (alpha + beta + t - 1);
    }

    /// <summary>
    /// DEL = Σ S(t)/(1 + d)ᵗ = ₂F₁(1, β; α + β; 1/(1 + d)), 1 or more: payments of 1 a new customer is worth now, paid
    /// at the start of each period, the first one now and certain. [FH10]
    /// </summary>
    /// <param name="d">Effective discount rate per renewal period, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="d"/> is not positive.</exception>
    public double DiscountedExpectedLifetime(double d)
    {
        Require.Positive(d);
        return UnitHypergeometric.F21(beta, alpha + beta, 1 / (1 + d));
    }

    /// <summary>
    /// DERL, 0 or more: payments of 1 still to be expected from a customer who has paid n times and made n − 1
    /// renewals, just before the n-th; the first of them is the n-th renewal's own. [FH10 eq. 5]
    /// </summary>
    /// <param name="n">Which renewal comes next, 1 or more.</param>
    /// <param name="d">Effective discount rate per renewal period, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public double DiscountedExpectedResidualLifetime(int n, double d)
    {
        Require.Positive(d);
        return Retention(n) * UnitHypergeometric.F21(beta + n, alpha + beta + n, 1 / (1 + d));
    }
}
