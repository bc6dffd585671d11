using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// What the data leave open about an attrition model: draws of its parameters, with what they are worth. Nothing is
/// refitted, and no draw is kept per customer. [domain §1.10]
/// </summary>
public sealed class AttritionPosterior : IAttritionPosterior
{
    // The prior is stated for times scaled to a mean T of 10.
    private const double MeanScaled = 10;

    private readonly AttritionFamily _family;
    private readonly double _scale;
    private readonly ParameterPosterior _parameters;

    private AttritionPosterior(AttritionFamily family, double scale, ParameterPosterior parameters)
    {
        (_family, _scale, _parameters) = (family, scale, parameters);
        Centre = At(parameters.Mode);
    }

    /// <inheritdoc/>
    public ILatentAttrition Centre { get; }

    /// <summary>The parameters that it is about: those that were fitted, in the family's order.</summary>
    public IReadOnlyList<string> Letters => _family.Letters;

    /// <summary>k̂ of the importance weights: below 0.5 good.</summary>
    public double KHat => _parameters.Smoothing.KHat;

    /// <summary>How many equally weighted draws the weighted ones are worth.</summary>
    public double EffectiveSampleSize => _parameters.Smoothing.EffectiveSampleSize;

    /// <inheritdoc/>
    public bool Reliable => _parameters.Smoothing.Reliable;

    /// <summary>Draws the posterior around a fitted model; null where the likelihood has no finite mode.</summary>
    /// <param name="family">The fitted model's family.</param>
    /// <param name="histories">What it was fitted to.</param>
    /// <param name="fitted">The fitted model: the search for the mode starts there.</param>
    /// <param name="options">Draws, seed and prior.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">The model is not of the family.</exception>
    public static AttritionPosterior? Of(
        AttritionFamily family, PurchaseHistories histories, ILatentAttrition fitted, PosteriorOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(fitted);
        family = family.Given(fitted);
        var settings = options ?? PosteriorOptions.Default;
        var scale = MeanScaled / MeanT(histories);
        var start = new double[family.Letters.Count];
        for (var i = 0; i < start.Length; i++)
        {
            if (!fitted.Parameters.TryGetValue(family.Letters[i], out var value))
                throw new ArgumentException($"{fitted.Name} is not a {family.Name}.", nameof(fitted));
            start[i] = Math.Clamp(Math.Log(family.IsTime(i) ? value * scale : value), -10, 10);
        }

        var target = new LogPosterior(family.Likelihood(histories, scale), settings.PriorDeviation);
        var parameters = ParameterPosterior.Of(
            target, start, settings, histories.Count > settings.ExactUpTo, cancellationToken);
        return parameters is null ? null : new(family, scale, parameters);
    }

    /// <summary>Between which values a parameter lies with probability <paramref name="level"/>, in natural units.</summary>
    /// <param name="parameter">One of the family's letters.</param>
    /// <param name="level">Between 0 and 1, such as 0.9.</param>
    /// <exception cref="ArgumentException">The letter is unknown or the level out of range.</exception>
    public Interval ParameterInterval(string parameter, double level)
    {
        Require.Within(level, 0, 1);
        var at = _family.Letters.ToList().IndexOf(parameter);
        if (at < 0)
            throw new ArgumentException($"{_family.Name} has no parameter {parameter}.", nameof(parameter));
        var (n, count) = (_family.Letters.Count, _parameters.Smoothing.Weights.Count);
        var values = new double[count];
        for (var draw = 0; draw < count; draw++)
            values[draw] = Natural(at, _parameters.Thetas[(draw * n) + at]);
        return WeightedQuantile.Central(values, _parameters.Smoothing.Weights, level);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ILatentAttrition> Models(int count)
    {
        Require.Positive(count);
        return [.. _parameters.Points(count).Select(At)];
    }

    /// <summary>A smooth positive quantity over all draws.</summary>
    /// <param name="quantity">What a model says, such as a sum over all customers; more than 0.</param>
    public WeightedDraws OverDraws(Func<ILatentAttrition, double> quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return OverDraws(model => [quantity(model)])[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<WeightedDraws> OverDraws(Func<ILatentAttrition, IReadOnlyList<double>> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        var weights = _parameters.Smoothing.Weights;
        return
        [
            .. _parameters.OverDraws(theta => quantities(At(theta))).Select(values => new WeightedDraws(values, weights)),
        ];
    }

    private ILatentAttrition At(double[] theta)
    {
        var natural = new double[theta.Length];
        for (var i = 0; i < natural.Length; i++)
            natural[i] = Natural(i, theta[i]);
        return _family.Create(natural);
    }

    private double Natural(int at, double theta) => Math.Exp(theta) / (_family.IsTime(at) ? _scale : 1);

    private static double MeanT(PurchaseHistories histories)
    {
        var sum = 0.0;
        for (var i = 0; i < histories.Count; i++)
            sum += histories.Weight[i] * histories.T[i];
        return sum > 0 ? sum / histories.TotalWeight : MeanScaled;
    }
}
