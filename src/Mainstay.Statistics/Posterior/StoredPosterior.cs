using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Posterior;

/// <summary>A posterior as a few equally weighted models, as a model file keeps it: no data are needed to use it.</summary>
public sealed class StoredPosterior : IAttritionPosterior
{
    private readonly IReadOnlyList<ILatentAttrition> _models;

    /// <summary>A posterior of models known to stand for it.</summary>
    /// <param name="centre">The fitted model.</param>
    /// <param name="models">Models of equal weight, one or more.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public StoredPosterior(ILatentAttrition centre, IReadOnlyList<ILatentAttrition> models)
    {
        ArgumentNullException.ThrowIfNull(centre);
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0)
            throw new ArgumentException("there is no model in the posterior.", nameof(models));
        (Centre, _models) = (centre, models);
    }

    /// <inheritdoc/>
    public ILatentAttrition Centre { get; }

    /// <inheritdoc/>
    public bool Reliable => true;

    /// <inheritdoc/>
    public IReadOnlyList<ILatentAttrition> Models(int count)
    {
        Require.Positive(count);
        var kept = Math.Min(count, _models.Count);
        return [.. Enumerable.Range(0, kept).Select(i => _models[i * _models.Count / kept])];
    }

    /// <inheritdoc/>
    public IReadOnlyList<WeightedDraws> OverDraws(Func<ILatentAttrition, IReadOnlyList<double>> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);

        // Each stands for several draws: what is open about the customers is drawn anew for every one of them.
        const int Each = 64;
        var values = _models.Select(quantities).ToList();
        var weights = Enumerable.Repeat(1.0 / (values.Count * Each), values.Count * Each).ToArray();
        return
        [
            .. Enumerable.Range(0, values[0].Count).Select(at => new WeightedDraws(
                [.. values.SelectMany(value => Enumerable.Repeat(value[at], Each))], weights)),
        ];
    }
}
