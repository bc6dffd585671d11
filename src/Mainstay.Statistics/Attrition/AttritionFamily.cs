using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// A kind of latent-attrition model before its parameters are known: how it is called, what it is fitted by, and what
/// can be degenerate about it. The list of all is <see cref="AttritionFamilies"/>.
/// </summary>
public abstract class AttritionFamily
{
    // Coefficients of variation under 3 percent: the customers do not differ measurably.
    private protected const double Alike = 1000;

    private protected AttritionFamily(string name, params ReadOnlySpan<string> letters) =>
        (Name, Letters) = (name, [.. letters]);

    /// <summary>Name in documents and commands, such as <c>bg-nbd</c>.</summary>
    public string Name { get; }

    /// <summary>The parameters' letters in the paper's order.</summary>
    public IReadOnlyList<string> Letters { get; }

    /// <summary>Whether its parameters may depend on covariates.</summary>
    public bool TakesCovariates => Links.Count > 0;

    /// <summary>The model with known parameters.</summary>
    /// <param name="parameters">One value per letter, positive and finite.</param>
    /// <exception cref="ArgumentException">A letter is missing or unknown, or a value is out of range.</exception>
    public ILatentAttrition With(IReadOnlyDictionary<string, double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var letter in Letters)
        {
            if (!parameters.ContainsKey(letter))
                throw new ArgumentException($"{Name} needs parameter {letter}; none was given.", nameof(parameters));
        }

        foreach (var letter in parameters.Keys)
        {
            if (!Letters.Contains(letter))
                throw new ArgumentException($"{Name} has no parameter {letter}.", nameof(parameters));
        }

        return Create([.. Letters.Select(letter => parameters[letter])]);
    }

    /// <summary>
    /// The family as these histories let it be fitted: where the gaps between purchases are not known, regular buying
    /// means two stages, k = 2, and has to prove itself by what it foretells.
    /// </summary>
    public virtual AttritionFamily For(PurchaseHistories histories) => this;

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public virtual Fit<ILatentAttrition> FitTo(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        LatentAttritionFit.Run(this, histories, options ?? FitOptions.Default, cancellationToken);

    /// <summary>
    /// The family whose letters are just what was fitted to get <paramref name="model"/>: this one, unless the choice
    /// among several was part of the fit, as that of k is.
    /// </summary>
    internal virtual AttritionFamily Given(ILatentAttrition model) => this;

    /// <summary>
    /// Fits with covariates on both processes by maximum likelihood, and without them for comparison. Facts about the
    /// data are in the result, never exceptions. [<see cref="CovariateModel"/>]
    /// </summary>
    public CovariateFit FitTo(
        CovariateHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        CovariateClimb.Run(this, histories, options ?? FitOptions.Default, cancellationToken);

    /// <summary>The model with these natural parameters, in the order of the letters.</summary>
    internal abstract ILatentAttrition Create(ReadOnlySpan<double> p);

    /// <summary>The likelihood of the histories with every time multiplied by <paramref name="timeScale"/>.</summary>
    internal abstract ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale);

    /// <summary>
    /// The likelihood without dropout, in the first of this model's parameters; null where nobody can leave anyway.
    /// </summary>
    internal virtual ILogLikelihood? WithoutDropout(PurchaseHistories histories, double timeScale) => null;

    /// <summary>How to say that the likelihood without dropout is as high.</summary>
    internal virtual Diagnosis NoDropout(double gain) => new Diagnosis.NoDropout(gain);

    /// <summary>Places worth starting from, in θ at scaled times; <paramref name="meanGap"/> is scaled too.</summary>
    internal abstract IReadOnlyList<double[]> Starts(double meanGap);

    /// <summary>Whether the parameter is a time, so that it is scaled as times are.</summary>
    internal abstract bool IsTime(int parameter);

    /// <summary>Which parameters depend on covariates, and in which direction; none where that is not modelled.</summary>
    internal virtual IReadOnlyList<CovariateLink> Links => [];

    /// <summary>What is degenerate about an optimum; its standard errors then mean nothing.</summary>
    internal abstract IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout);
}
