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
    private const string Bg = "bg-nbd";
    private const string Mbg = "mbg-nbd";

    private AttritionModels(ILatentAttrition? main, AttritionFit mainFit, MbgNbd? state, AttritionFit stateFit) =>
        (Main, MainFit, State, StateFit) = (main, mainFit, state, stateFit);

    /// <summary>Null when the data refuse one.</summary>
    public ILatentAttrition? Main { get; }

    public AttritionFit MainFit { get; }

    /// <summary>Null when the data refuse one: the fixed rule decides states.</summary>
    public MbgNbd? State { get; }

    public AttritionFit StateFit { get; }

    /// <summary>Names <see cref="Fit"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Bg, Mbg];

    /// <exception cref="ArgumentException"><paramref name="model"/> is not in <see cref="Names"/>.</exception>
    public static AttritionModels Fit(
        PurchaseHistories histories, string model, Period period, CancellationToken cancellationToken)
    {
        if (!Names.Contains(model))
        {
            throw new ArgumentException(
                $"model \"{model}\" is not known; expected {string.Join(" or ", Names)}.", nameof(model));
        }

        var mbg = MbgNbd.Fit(histories, cancellationToken: cancellationToken);
        var state = Reported(mbg, mbg.Model, period, refused: "fixed_rule");
        if (model == Mbg)
            return new(mbg.Model, Reported(mbg, mbg.Model, period, refused: "none"), mbg.Model, state);
        var bg = BgNbd.Fit(histories, cancellationToken: cancellationToken);
        return new(bg.Model, Reported(bg, bg.Model, period, refused: "none"), mbg.Model, state);
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

    private static AttritionFit Reported<TModel>(
        Fit<TModel> fit, ILatentAttrition? model, Period period, string refused)
        where TModel : class => new()
        {
            Model = model?.Name ?? refused,
            Parameters = model?.Parameters ?? new Dictionary<string, double>(),
            StandardErrors = fit.StandardErrors,
            LogLikelihood = fit.LogLikelihood,
            Converged = fit.Converged,
            Diagnosis = [.. fit.Diagnosis.Select(diagnosis => diagnosis.Message)],
            Period = period.Name,
            Customers = (long)fit.Customers,
            DistinctRows = fit.DistinctRows,
        };
}
