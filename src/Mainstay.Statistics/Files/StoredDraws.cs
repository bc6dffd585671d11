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
    /// <summary>The points as parameters by letter.</summary>
    /// <exception cref="FormatException">There is none, or one has not as many values as there are letters.</exception>
    internal IEnumerable<Dictionary<string, double>> Checked()
    {
        if (Points.Count == 0 || Points.Any(point => point?.Count != Letters.Count) || Letters.Distinct().Count() < Letters.Count)
        {
            throw new FormatException(
                "the model file's posterior is damaged: it needs one point or more, each with a value per letter.");
        }

        return Points.Select(point => Letters.Zip(point).ToDictionary(
            pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    internal static StoredDraws Of(AttritionPosterior posterior, int count)
    {
        var letters = posterior.Centre.Parameters.Keys.ToList();
        return new(
            posterior.KHat, posterior.EffectiveSampleSize, letters,
            [.. posterior.Models(count).Select(model => (IReadOnlyList<double>)[.. letters.Select(letter => model.Parameters[letter])])]);
    }
}
