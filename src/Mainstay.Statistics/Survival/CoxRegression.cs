using System.Collections.ObjectModel;
using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Cox regression: covariates multiply the risk of the event, whatever the risk does over time. The hazard of somebody
/// with covariates x is h₀(t)·exp(βx); h₀ stays free, so only the order of the events informs β.
/// </summary>
/// <remarks>
/// [C72] Cox, JRSS B 34:187–220, 1972; [E77] Efron, JASA 72:557–565, 1977; [B74] Breslow, Biometrics 30:89–99, 1974.
/// </remarks>
public sealed class CoxRegression
{
    private readonly double[] _beta;
    private readonly double[] _mean;

    internal CoxRegression(Covariates covariates, Standardised z, double[] theta, IReadOnlyList<BaselinePoint> baseline)
    {
        (_beta, _mean) = (new double[covariates.Count], new double[covariates.Count]);
        for (var j = 0; j < theta.Length; j++)
            (_beta[z.Kept[j]], _mean[z.Kept[j]]) = (theta[j] / z.Deviation[j], z.Mean[j]);
        Names = covariates.Names;
        Coefficients = Letters.Of([.. z.Kept.Select(j => Names[j])], [.. z.Kept.Select(j => _beta[j])]);
        Baseline = baseline;
    }

    /// <summary>The covariates, in the order in which values are given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// β by covariate, the logarithm of what one unit more does to the risk; without those that were left out.
    /// </summary>
    public IReadOnlyDictionary<string, double> Coefficients { get; }

    /// <summary>
    /// Covariance of β, row by row in the order of <see cref="Coefficients"/>; null when undetermined.
    /// </summary>
    public ReadOnlyCollection<double>? Covariance { get; internal init; }

    /// <summary>Partial log-likelihood without covariates.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Whether the covariates say anything: 2(ℓ − ℓ₀); null without covariates.</summary>
    public ChiSquaredTest? LikelihoodRatio { get; internal init; }

    /// <summary>The same by βᵀV⁻¹β; null when β is undetermined.</summary>
    public ChiSquaredTest? Wald { get; internal init; }

    /// <summary>The same by the slope at β = 0; null without covariates.</summary>
    public ChiSquaredTest? Score { get; internal init; }

    /// <summary>
    /// Harrell's C: the share of pairs in which the higher risk had the event first; ½ is no better than chance. Null
    /// without a pair to judge by.
    /// </summary>
    public double? Concordance { get; internal init; }

    /// <summary>Whether the coefficients drift with time; null when there is nothing to test.</summary>
    public ProportionalHazards? ProportionalHazards { get; internal init; }

    /// <summary>Steps of the cumulative baseline hazard at the mean covariates, by stratum and time.</summary>
    public IReadOnlyList<BaselinePoint> Baseline { get; }

    /// <summary>Fits by maximum partial likelihood. Facts about the data are in the result, never exceptions.</summary>
    /// <param name="times">Durations; an event of any cause counts.</param>
    /// <param name="covariates">One row per duration.</param>
    /// <param name="stratum">Stratum by row, from 0, each with a baseline of its own; empty: one for all.</param>
    /// <param name="options">Ties, weights, and the clock of the proportional-hazards test.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, or weights are no whole numbers where they are copies.
    /// </exception>
    public static Fit<CoxRegression> Fit(
        SurvivalTimes times, Covariates covariates, ReadOnlySpan<int> stratum = default, CoxOptions? options = null,
        CancellationToken cancellationToken = default) =>
        CoxFit.Run(times, covariates, stratum, options ?? CoxOptions.Default, cancellationToken);

    /// <summary>exp(β(x − x̄)), more than 0: the risk of somebody with x over that of the mean.</summary>
    /// <param name="x">Covariates in the order of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="x"/> has not one value per covariate.</exception>
    public double RelativeHazard(ReadOnlySpan<double> x)
    {
        Require.SameLength(x.Length, _beta.Length, nameof(x));
        var sum = 0.0;
        for (var j = 0; j < _beta.Length; j++)
            sum += _beta[j] * (x[j] - _mean[j]);
        return Exp(sum);
    }

    /// <summary>H(t | x) = H₀(t)·exp(β(x − x̄)), 0 or more.</summary>
    /// <exception cref="ArgumentException">t is negative, or x has not one value per covariate.</exception>
    public double CumulativeHazard(double t, ReadOnlySpan<double> x, int stratum = 0)
    {
        Require.NonNegative(t);
        var hazard = 0.0;
        foreach (var point in Baseline)
        {
            if (point.Stratum == stratum && point.Time <= t)
                hazard = point.CumulativeHazard;
        }

        return hazard * RelativeHazard(x);
    }

    /// <summary>
    /// S(t | x) = exp(−H(t | x)) in [0, 1]: the share of those with x still without the event after t.
    /// </summary>
    /// <exception cref="ArgumentException">t is negative, or x has not one value per covariate.</exception>
    public double Survival(double t, ReadOnlySpan<double> x, int stratum = 0) => Exp(-CumulativeHazard(t, x, stratum));
}
