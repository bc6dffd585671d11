using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Worth;

/// <summary>
/// The model of repeat buying behind the values, and beside it MBG/NBD for the states: under BG/NBD a one-time buyer
/// never leaves.
/// </summary>
internal sealed class AttritionModels
{
    private AttritionModels(
        AttritionFamily family, ILatentAttrition? main, AttritionFit mainFit, MbgNbd? state, AttritionFit stateFit) =>
        (MainFamily, Main, MainFit, State, StateFit) = (family, main, mainFit, state, stateFit);

    /// <summary>What the main model is one of.</summary>
    public AttritionFamily MainFamily { get; }

    /// <summary>Null when the data refuse one.</summary>
    public ILatentAttrition? Main { get; }

    public AttritionFit MainFit { get; }

    /// <summary>Null when the data refuse one: the fixed rule decides states.</summary>
    public MbgNbd? State { get; }

    public AttritionFit StateFit { get; }

    /// <summary>Names <see cref="Fit"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AttritionFamilies.All.Select(family => family.Name)];

    /// <exception cref="ArgumentException"><paramref name="model"/> is not in <see cref="Names"/>.</exception>
    public static AttritionModels Fit(
        PurchaseHistories histories, string model, Period period, CancellationToken cancellationToken)
    {
        var main = AttritionFamilies.Named(model) ?? throw new ArgumentException(
            $"model \"{model}\" is not known; expected one of "
            + $"{string.Join(", ", Names.Prepend(AnalysisRequest.Auto))}.", nameof(model));
        var state = AttritionFamilies.MbgNbd;
        var fits = AttritionFamilies.FitAll([main, state], histories, cancellationToken: cancellationToken);
        return new(
            main, fits[main].Model, Reported(fits[main], period, refused: "none"),
            (MbgNbd?)fits[state].Model, Reported(fits[state], period, refused: "fixed_rule"));
    }

    /// <summary>The models that were not chosen, fitted to the same histories to be compared with.</summary>
    public IReadOnlyList<AttritionFit> Alternatives(
        PurchaseHistories histories, Period period, CancellationToken cancellationToken)
    {
        var others = AttritionFamilies.All.Where(family => family != MainFamily).ToList();
        var unfitted = others.Where(family => family != AttritionFamilies.MbgNbd).ToList();
        var fits = AttritionFamilies.FitAll(unfitted, histories, cancellationToken: cancellationToken);
        return
        [
            .. others.Select(family => fits.TryGetValue(family, out var fit)
                ? Reported(fit, period, family.Name)
                : StateFit with { Model = State?.Name ?? family.Name }),
        ];
    }

    /// <summary>What fell back, in words.</summary>
    public IEnumerable<string> Fallbacks()
    {
        if (Main is null)
            yield return $"No residual values: {string.Join(" ", MainFit.Diagnosis)}";
        if (State is null)
        {
            yield return "States follow a fixed rule, silent 365 days lapsed and 730 days lost: "
                + string.Join(" ", StateFit.Diagnosis);
        }
    }

    private static AttritionFit Reported(Fit<ILatentAttrition> fit, Period period, string refused) => new()
    {
        Model = fit.Model?.Name ?? refused,
        Parameters = fit.Model?.Parameters ?? new Dictionary<string, double>(),
        StandardErrors = fit.StandardErrors,
        LogLikelihood = fit.LogLikelihood,
        Converged = fit.Converged,
        Diagnosis = [.. fit.Diagnosis.Select(diagnosis => diagnosis.Message)],
        Period = period.Name,
        Customers = (long)fit.Customers,
        DistinctRows = fit.DistinctRows,
    };
}
