using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// A latent-attrition model whose customers differ by what is known of them: covariates z multiply parameters of the
/// purchase and of the dropout process, α·e^(−γᵀ(z − z̄)) and, by family, β·e^(−γᵀ(z − z̄)), a·e^(γᵀ(z − z̄)),
/// b·e^(γᵀ(z − z̄)). Within customers of equal z it is the model without covariates, <see cref="For(ReadOnlySpan{double})"/>.
/// </summary>
/// <remarks>
/// [FH07] Fader &amp; Hardie, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models", note 019,
/// 2007. There parameters hold at z = 0; here at the means z̄, where the data determine them best.
/// </remarks>
public sealed class CovariateModel
{
    // Beyond it parameters are zero or infinite for every purpose, and gamma functions lose their digits.
    private const double Extreme = 40;

    private readonly AttritionFamily _family;

    /// <summary>A model with known parameters and effects.</summary>
    /// <param name="family">What the customers of equal covariates follow.</param>
    /// <param name="names">Names of the covariates, in the order in which values are given.</param>
    /// <param name="parameters">The family's parameters at the covariates' references.</param>
    /// <param name="effects">What the covariates do; a covariate without an effect does nothing.</param>
    /// <exception cref="ArgumentException">A letter, covariate or parameter is missing or unknown.</exception>
    public CovariateModel(
        AttritionFamily family, IReadOnlyList<string> names, IReadOnlyDictionary<string, double> parameters,
        IReadOnlyList<CovariateEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(effects);
        Parameters = family.With(parameters).Parameters;
        foreach (var effect in effects)
        {
            if (!names.Contains(effect.Covariate))
                throw new ArgumentException($"{effect.Covariate} is not a covariate of the model.", nameof(effects));
            if (!family.Links.Any(link => family.Letters[link.Parameter] == effect.Parameter))
            {
                throw new ArgumentException(
                    $"{effect.Parameter} of {family.Name} does not depend on covariates.", nameof(effects));
            }
        }

        (_family, Names, Effects) = (family, [.. names], [.. effects]);
    }

    /// <summary>Name of the family, such as <c>pareto-nbd</c>.</summary>
    public string Name => _family.Name;

    /// <summary>Names of the covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Parameters of a customer whose covariates are at their references.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>What each covariate does to each process.</summary>
    public IReadOnlyList<CovariateEffect> Effects { get; }

    /// <summary>The model of the customers with these covariates, in the order of the names.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the names.</exception>
    public ILatentAttrition For(ReadOnlySpan<double> z)
    {
        Require.SameLength(z.Length, Names.Count, nameof(z));
        var p = _family.Letters.Select(letter => Log(Parameters[letter])).ToArray();
        foreach (var effect in Effects)
        {
            var link = _family.Links.First(link => _family.Letters[link.Parameter] == effect.Parameter);
            var at = Names.Index().First(name => name.Item == effect.Covariate).Index;
            p[link.Parameter] += link.Sign * effect.Coefficient * (z[at] - effect.Reference);
        }

        return _family.Create(Array.ConvertAll(p, log => Exp(Clamp(log, -Extreme, Extreme))));
    }

    /// <summary>Σ w·ℓ over all rows.</summary>
    /// <exception cref="ArgumentException">The covariates are not the model's.</exception>
    public double LogLikelihood(CovariateHistories histories) =>
        Check(histories).Groups.Sum(group => For([.. group.Z]).LogLikelihood(group.Histories));

    /// <summary>P(alive) of every row.</summary>
    /// <exception cref="ArgumentException">The covariates are not the model's.</exception>
    public void PAlive(CovariateHistories histories, Span<double> destination) =>
        Fill(histories, destination, (model, rows, column) => model.PAlive(rows, column));

    /// <summary>E[Y(t)] of every row.</summary>
    /// <exception cref="ArgumentException">The covariates are not the model's.</exception>
    public void ExpectedPurchases(CovariateHistories histories, double t, Span<double> destination) =>
        Fill(histories, destination, (model, rows, column) => model.ExpectedPurchases(rows, t, column));

    /// <summary>Discounted expected residual purchases of every row.</summary>
    /// <exception cref="ArgumentException">The covariates are not the model's.</exception>
    public void DiscountedExpectedResidualPurchases(
        CovariateHistories histories, double delta, Span<double> destination) =>
        Fill(
            histories, destination,
            (model, rows, column) => model.DiscountedExpectedResidualPurchases(rows, delta, column));

    private void Fill(
        CovariateHistories histories, Span<double> destination,
        Action<ILatentAttrition, PurchaseHistories, double[]> fill)
    {
        Require.SameLength(destination.Length, Check(histories).Histories.Count, nameof(destination));
        foreach (var group in histories.Groups)
        {
            var column = new double[group.Rows.Count];
            fill(For([.. group.Z]), group.Histories, column);
            for (var i = 0; i < column.Length; i++)
                destination[group.Rows[i]] = column[i];
        }
    }

    private CovariateHistories Check(CovariateHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return histories.Names.SequenceEqual(Names)
            ? histories
            : throw new ArgumentException(
                $"The model's covariates are {string.Join(", ", Names)}; found {string.Join(", ", histories.Names)}.",
                nameof(histories));
    }
}
