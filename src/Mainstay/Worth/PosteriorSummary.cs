using Mainstay.Statistics.Posterior;

namespace Mainstay.Worth;

/// <summary>What the posterior draws behind the intervals are worth, and what they say of the parameters.</summary>
/// <param name="Draws">Draws taken.</param>
/// <param name="EffectiveSampleSize">How many equally weighted draws they are worth.</param>
/// <param name="KHat">Pareto k̂ of their weights: below 0.5 good, above 0.7 not used.</param>
/// <param name="Level">Probability each interval holds.</param>
/// <param name="Intervals">By parameter, in natural units.</param>
public sealed record PosteriorSummary(
    int Draws, double EffectiveSampleSize, double KHat, double Level,
    IReadOnlyDictionary<string, ParameterInterval> Intervals)
{
    /// <summary>The summary of a posterior at one level.</summary>
    public static PosteriorSummary Of(AttritionPosterior posterior, double level) => new(
        PosteriorOptions.Default.Draws, posterior.EffectiveSampleSize, posterior.KHat, level,
        posterior.Letters.ToDictionary(
            letter => letter,
            letter => ParameterInterval.Of(posterior.ParameterInterval(letter, level)),
            StringComparer.Ordinal));
}
