using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Spend;

namespace Mainstay.Statistics.Posterior;

/// <summary>What the data leave open about a Gamma-Gamma model of spend. [domain §1.10]</summary>
public sealed class SpendPosterior
{
    // At q = 1 the mean spend is infinite: draws there have no weight.
    private const double LeastQ = 1.0001;

    private readonly double _scale;

    private SpendPosterior(double scale, ParameterPosterior parameters) => (_scale, Parameters) = (scale, parameters);

    /// <summary>k̂ of the importance weights: below 0.5 good.</summary>
    public double KHat => Parameters.Smoothing.KHat;

    /// <summary>How many equally weighted draws the weighted ones are worth.</summary>
    public double EffectiveSampleSize => Parameters.Smoothing.EffectiveSampleSize;

    /// <summary>Whether k̂ lets the draws be used.</summary>
    public bool Reliable => Parameters.Smoothing.Reliable;

    internal ParameterPosterior Parameters { get; }

    /// <summary>Draws the posterior around a fitted model; money is scaled to a mean of 1 for the prior.</summary>
    /// <param name="summaries">What the model was fitted to.</param>
    /// <param name="fitted">The fitted model.</param>
    /// <param name="options">Draws, seed and prior.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static SpendPosterior? Of(
        SpendSummaries summaries, GammaGamma fitted, PosteriorOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(fitted);
        var settings = options ?? PosteriorOptions.Default;

        // Another seed than the model of repeat buying: the two posteriors are independent, and so are their draws.
        settings = settings with { Seed = settings.Seed + 1 };
        var usable = summaries.Usable();
        var scale = 1 / usable.MeanOfMeans();
        var (p, q, gamma) = (fitted.Parameters["p"], fitted.Parameters["q"], fitted.Parameters["gamma"]);
        var likelihood = new FiniteMean(new GammaGammaLikelihood(usable, scale));
        double[] start = [Math.Log(p), Math.Log(q), Math.Log(gamma * scale)];
        var parameters = ParameterPosterior.Of(
            new(likelihood, settings.PriorDeviation), start, settings, usable.Count > settings.ExactUpTo,
            cancellationToken);
        return parameters is null ? null : new(scale, parameters);
    }

    /// <summary>The model at θ.</summary>
    internal GammaGamma At(double[] theta) =>
        new(Math.Exp(theta[0]), Math.Max(LeastQ, Math.Exp(theta[1])), Math.Exp(theta[2]) / _scale);

    /// <summary>The likelihood, with no weight where the mean spend would be infinite.</summary>
    private sealed class FiniteMean(ILogLikelihood inner) : ILogLikelihood
    {
        public int Parameters => inner.Parameters;

        public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian) =>
            inner.Evaluate(theta, gradient, hessian);

        public double Value(ReadOnlySpan<double> theta) =>
            Math.Exp(theta[1]) < LeastQ ? double.NegativeInfinity : inner.Value(theta);
    }
}
