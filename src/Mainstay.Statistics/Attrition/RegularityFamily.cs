using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// BG/CNBD-k or MBG/CNBD-k with k yet to be chosen: the likelihood is climbed for k = 1, 2, 3 … until it has fallen
/// twice, and the highest wins. [RPS20; domain §1.4]
/// </summary>
internal sealed class RegularityFamily(string name, int coinsAfterFirst, string atRandom)
    : AttritionFamily(name, "r", "alpha", "a", "b", "k")
{
    /// <summary>The last k tried: such gaps spread by less than a third of their mean.</summary>
    private const int LastTried = 12;

    private const int RegularWithoutGaps = 2;

    /// <inheritdoc/>
    public override Fit<ILatentAttrition> FitTo(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (histories.TotalLogGaps is null && histories.RepeatWeight > 0)
        {
            return Fit<ILatentAttrition>.Refused(
                histories.TotalWeight, histories.Count, new Diagnosis.GapsUnknown());
        }

        var fits = new List<Fit<ILatentAttrition>>();
        var best = 0;
        for (var k = 1; k <= LastTried && !HasFallenTwice(fits); k++)
        {
            fits.Add(Given(k).FitTo(histories, options, cancellationToken));
            if (fits[^1].Model is null)
                break;
            best = fits[^1].LogLikelihood > fits[best].LogLikelihood ? fits.Count - 1 : best;
        }

        return fits[best] with
        {
            Diagnosis = [.. fits[best].Diagnosis, .. About(fits[best], best + 1)],
            Evaluations = fits.Sum(fit => fit.Evaluations),
        };
    }

    /// <inheritdoc/>
    public override AttritionFamily For(PurchaseHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return histories.TotalLogGaps is null ? Given(RegularWithoutGaps) : this;
    }

    internal override AttritionFamily Given(ILatentAttrition model) => model is BetaGeometricCnbd known
        ? Given(known.K)
        : throw new ArgumentException($"{model.Name} is not a {Name}.", nameof(model));

    internal override ILatentAttrition Create(ReadOnlySpan<double> p)
    {
        var k = p[4];
        Require.Count(k);
        Require.Between(k, 1, BetaGeometricCnbd.LargestK);
        return Given((int)k).Create(p[..4]);
    }

    // What needs k is asked of the family that has it: Given(model).
    internal override ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale) => throw NoK();

    internal override IReadOnlyList<double[]> Starts(double meanGap) => throw NoK();

    internal override bool IsTime(int parameter) => parameter == 1;

    internal override IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout) => throw NoK();

    private RegularFamily Given(int k) => new(Name, coinsAfterFirst, k);

    private IEnumerable<Diagnosis> About(Fit<ILatentAttrition> fit, int k)
    {
        if (fit.Model is null)
            yield break;
        if (k == 1)
            yield return new Diagnosis.NoRegularity(atRandom);
        if (k == LastTried)
            yield return new Diagnosis.AtTheEdge("k", k);
    }

    private static bool HasFallenTwice(List<Fit<ILatentAttrition>> fits) =>
        fits.Count > 2 && fits[^1].LogLikelihood < fits[^2].LogLikelihood
            && fits[^2].LogLikelihood < fits[^3].LogLikelihood;

    private InvalidOperationException NoK() => new($"{Name} has no likelihood before k is known: ask Given(model).");
}
