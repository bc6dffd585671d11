using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Spend;

/// <summary>
/// Gamma-Gamma. Each purchase day's spend is z ~ Gamma(p, ν); the customer's ν ~ Gamma(q, γ). How often somebody buys
/// is assumed to say nothing about how much.
/// </summary>
/// <remarks>[FH13] Fader &amp; Hardie, "The Gamma-Gamma model of monetary value", note 025, 2013.</remarks>
public sealed class GammaGamma
{
    private readonly double p;
    private readonly double q;
    private readonly double gamma;

    /// <summary>A Gamma-Gamma with known parameters.</summary>
    /// <param name="p">Shape of one day's spend around the customer's mean, more than 0.</param>
    /// <param name="q">Shape of the customers' rates, more than 1: at 1 the population mean is infinite.</param>
    /// <param name="gamma">γ, scale in money, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public GammaGamma(double p, double q, double gamma)
    {
        Require.Positive(p);
        Require.Within(q, 1, double.PositiveInfinity);
        Require.Positive(gamma);
        (this.p, this.q, this.gamma) = (p, q, gamma);
        Parameters = Letters.Of((nameof(p), p), (nameof(q), q), (nameof(gamma), gamma));
    }

    /// <summary><c>gamma-gamma</c>.</summary>
    public string Name { get; } = "gamma-gamma";

    /// <summary>p, q, gamma.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    internal double P => p;

    internal double Q => q;

    /// <summary>E[M] = pγ/(q − 1): mean spend per purchase day of a customer about whom nothing is known. [FH13]</summary>
    public double PopulationMean => p * gamma / (q - 1);

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<GammaGamma> Fit(
        SpendSummaries summaries, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        GammaGammaFit.Run(summaries, options ?? FitOptions.Default, cancellationToken);

    /// <summary>ℓ of one customer's mean spend z̄ over x &gt; 0 repeat days. [FH13 eq. 1a]</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or z̄ is not positive.</exception>
    public double LogLikelihood(double x, double zbar)
    {
        Require.Count(x);
        Require.Positive(x);
        Require.Positive(zbar);
        return Gamma.Log(p * x + q) - Gamma.Log(p * x) - Gamma.Log(q)
            + q * Log(gamma) + (p * x - 1) * Log(zbar) + p * x * Log(x) - (p * x + q) * Log(gamma + x * zbar);
    }

    /// <summary>
    /// E[M | x, z̄] = p(γ + x z̄)/(px + q − 1): the customer's true mean spend, between z̄ and the population mean; the
    /// population mean when x = 0. [FH13 eq. 5]
    /// </summary>
    /// <param name="x">Frequency, 0 or more.</param>
    /// <param name="zbar">z̄, mean spend per repeat purchase day; not looked at when x = 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not a count, or z̄ is negative.</exception>
    public double ExpectedMeanSpend(double x, double zbar)
    {
        var (intercept, slope) = ShrinkageOf(x);
        if (x == 0)
            return intercept;
        Require.NonNegative(zbar);
        return intercept + slope * zbar;
    }

    /// <summary>
    /// E[M | x, z̄] as a line in z̄, the same for all customers of frequency x: (q−1)/(px+q−1) of the population mean
    /// and px/(px+q−1) of their own. [FH13 eq. 5]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not a count.</exception>
    public Shrinkage ShrinkageOf(double x)
    {
        Require.Count(x);
        var total = p * x + q - 1;
        return new(p * gamma / total, p * x / total);
    }
}
