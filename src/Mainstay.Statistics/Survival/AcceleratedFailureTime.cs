using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Accelerated failure time: covariates stretch or shrink durations. ln T = η + σε with η = intercept + βx, and ε
/// spread as the distribution says; e^β is the factor by which one unit more lengthens every duration.
/// </summary>
/// <remarks>
/// [KP02] Kalbfleisch &amp; Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., 2002, §2–3.
/// </remarks>
public sealed class AcceleratedFailureTime
{
    private readonly double _intercept;
    private readonly double _scale;
    private readonly double[] _beta;

    /// <summary>A model with known parameters.</summary>
    /// <param name="distribution">How logarithms of durations spread.</param>
    /// <param name="intercept">η where all covariates are 0; any finite number.</param>
    /// <param name="scale">σ, more than 0; 1 for the exponential.</param>
    /// <param name="coefficients">β by covariate, in the order in which values are given; finite.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public AcceleratedFailureTime(
        AftDistribution distribution, double intercept, double scale, IReadOnlyDictionary<string, double> coefficients)
    {
        Require.Finite(intercept);
        Require.Positive(scale);
        if (distribution == AftDistribution.Exponential && scale != 1)
        {
            throw new ArgumentException(
                $"scale is {scale}; expected 1 for the exponential distribution.", nameof(scale));
        }

        foreach (var (name, value) in coefficients)
            Require.Finite(value, name);
        (Distribution, _intercept, _scale) = (distribution, intercept, scale);
        (Coefficients, _beta) = (coefficients, [.. coefficients.Values]);
        Parameters = Letters.Of([nameof(intercept), .. coefficients.Keys, nameof(scale)], [intercept, .. _beta, scale]);
    }

    /// <summary>How logarithms of durations spread.</summary>
    public AftDistribution Distribution { get; }

    /// <summary>β by covariate; 0 for those a fit left out.</summary>
    public IReadOnlyDictionary<string, double> Coefficients { get; }

    /// <summary>intercept, β by covariate, and scale.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    /// <param name="times">Durations more than 0; an event of any cause counts.</param>
    /// <param name="covariates">One row per duration, or <see cref="Covariates.None"/>.</param>
    /// <param name="distribution">How logarithms of durations spread.</param>
    /// <param name="options">How hard to search.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">The covariates have not one row per duration.</exception>
    public static Fit<AcceleratedFailureTime> Fit(
        SurvivalTimes times, Covariates covariates, AftDistribution distribution, FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AftFit.Run(times, covariates, distribution, options ?? FitOptions.Default, cancellationToken);

    /// <summary>S(t | x) in [0, 1]: the share of those with x still without the event after t.</summary>
    /// <exception cref="ArgumentException">t is negative, or x has not one value per covariate.</exception>
    public double Survival(double t, ReadOnlySpan<double> x)
    {
        Require.NonNegative(t);
        return t == 0 ? 1 : Exp(AftSpread.LogSurvival(Distribution, (Log(t) - Eta(x)) / _scale).Value);
    }

    /// <summary>h(t | x) = f/S, 0 or more, per unit of time: the risk at t of those still without the event.</summary>
    /// <exception cref="ArgumentException">t is not positive, or x has not one value per covariate.</exception>
    public double Hazard(double t, ReadOnlySpan<double> x)
    {
        Require.Positive(t);
        return -AftSpread.LogSurvival(Distribution, (Log(t) - Eta(x)) / _scale).First / (_scale * t);
    }

    /// <summary>
    /// The duration by which a share p of those with x has had the event; p in (0, 1), ½ for the median.
    /// </summary>
    /// <exception cref="ArgumentException">p is not between 0 and 1, or x has not one value per covariate.</exception>
    public double Quantile(double p, ReadOnlySpan<double> x)
    {
        Require.Within(p, 0, 1);
        return Exp(Eta(x) + (_scale * AftSpread.Quantile(Distribution, p)));
    }

    /// <summary>
    /// E[T | x], more than 0; null where it is infinite: a log-logistic with scale 1 or more. [KP02 §2.2]
    /// </summary>
    /// <exception cref="ArgumentException">x has not one value per covariate.</exception>
    public double? ExpectedTime(ReadOnlySpan<double> x)
    {
        var typical = Exp(Eta(x));
        return Distribution switch
        {
            AftDistribution.LogNormal => typical * Exp(_scale * _scale / 2),
            AftDistribution.LogLogistic when _scale >= 1 => null,
            AftDistribution.LogLogistic => typical * PI * _scale / Sin(PI * _scale),
            _ => typical * Exp(Gamma.Log(1 + _scale)),
        };
    }

    private double Eta(ReadOnlySpan<double> x)
    {
        Require.SameLength(x.Length, _beta.Length, nameof(x));
        var eta = _intercept;
        for (var j = 0; j < _beta.Length; j++)
            eta += _beta[j] * x[j];
        return eta;
    }
}
