using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Files;

/// <summary>A posterior as a model file keeps it.</summary>
/// <param name="KHat">k̂ of the importance weights it was thinned from.</param>
/// <param name="EffectiveSampleSize">What they were worth.</param>
/// <param name="Letters">Order of the parameters in every point.</param>
/// <param name="Points">Equally weighted points, parameters in natural units.</param>
public sealed record StoredDraws(
    double KHat, double EffectiveSampleSize, IReadOnlyList<string> Letters, IReadOnlyList<IReadOnlyList<double>> Points)
{
    internal static StoredDraws Of(AttritionPosterior posterior, int count)
    {
        var letters = posterior.Centre.Parameters.Keys.ToList();
        return new(
            posterior.KHat, posterior.EffectiveSampleSize, letters,
            [.. posterior.Models(count).Select(model => (IReadOnlyList<double>)[.. letters.Select(letter => model.Parameters[letter])])]);
    }
}
