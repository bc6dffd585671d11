using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Choice;

/// <summary>
/// Which model foretells this business's purchases best: every family is fitted as of each cutoff and judged by the
/// probability it gave to what customers then did (the logarithmic score, which no other forecast than the honest one
/// can maximise), against rules of thumb.
/// </summary>
/// <remarks>[GR07] Gneiting &amp; Raftery, JASA 102(477), 2007.</remarks>
public sealed class ModelChoice
{
    // Rows judged per cutoff: the standard error of a score difference hardly falls beyond.
    private const int JudgedRows = 20_000;

    // Closer scores are those of one model fitted twice, as bg-nbd and bg-cnbd-k of k = 1: rounding, however regular.
    private const double Same = 1e-6;

    // A model that is better by less than its own standard error is not known to be better.
    private const double Doubt = 1;

    // On a ridge, where a parameter wants to be infinite, further steps change no forecast, only the time it takes.
    private static readonly FitOptions s_options = FitOptions.Default with { MaxSteps = 30 };

    private ModelChoice(IReadOnlyList<ContenderResult> results, AttritionFamily? chosen, AttritionFamily? best, double? z) =>
        (Results, Chosen, Best, StandardErrorsAhead) = (results, chosen, best, z);

    /// <summary>Every contender, the highest log score first, those without one last.</summary>
    public IReadOnlyList<ContenderResult> Results { get; }

    /// <summary>The family to use; null where no family could be judged.</summary>
    public AttritionFamily? Chosen { get; }

    /// <summary>The family of the highest score: another than the chosen where a simpler one is as good.</summary>
    public AttritionFamily? Best { get; }

    /// <summary>
    /// By how many standard errors of their paired difference the chosen family's score lies above that of the best of
    /// the others; negative where it was preferred as the simpler one. Null without another.
    /// </summary>
    public double? StandardErrorsAhead { get; }

    /// <summary>Compares families over holdouts, one per cutoff.</summary>
    /// <param name="holdouts">The same customers at several cutoffs, or one.</param>
    /// <param name="families">In order of preference between equals; default <see cref="AttritionFamilies.All"/>.</param>
    /// <param name="options">How hard to fit; default: thirty steps per start.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ModelChoice Between(
        IReadOnlyList<HoldoutHistories> holdouts, IReadOnlyList<AttritionFamily>? families = null,
        FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holdouts);
        var candidates = families ?? AttritionFamilies.All;
        var judged = holdouts.Select(holdout => holdout.Sample(JudgedRows)).ToList();
        var trials = SideBySide.Run(
            [.. candidates.SelectMany(family => holdouts.Zip(judged, (holdout, sample) => (family, holdout, sample)))],
            trial => Trial(trial.family, trial.holdout, trial.sample, options ?? s_options, cancellationToken), cancellationToken);
        var results = candidates.Select((family, i) => (family, Result: Result(
            family, trials.AsSpan(i * holdouts.Count, holdouts.Count))))
            .ToDictionary(pair => pair.family, pair => pair.Result);
        var scored = candidates.Where(family => results[family].LogScore is not null).ToList();
        var best = scored.MaxBy(family => results[family].LogScore);
        var chosen = best is null
            ? null
            : scored.First(family => family == best || Ahead(results[best], results[family]) < Doubt);
        var others = scored.Where(family => family != chosen).ToList();
        var rival = others.MaxBy(family => results[family].LogScore);
        var ahead = chosen is null || rival is null ? (double?)null : Ahead(results[chosen], results[rival]);
        var all = candidates.Select(family => results[family]).Concat(Baselines(judged))
            .OrderByDescending(result => result.LogScore ?? double.NegativeInfinity).ToList();
        return new(all, chosen, best, ahead);
    }

    private static (Backtest? Test, IReadOnlyList<Diagnosis> Diagnosis) Trial(
        AttritionFamily family, HoldoutHistories holdout, HoldoutHistories judged, FitOptions options,
        CancellationToken cancellationToken)
    {
        var seen = holdout.Calibration;
        var fit = family.For(seen).FitTo(seen, options, cancellationToken);
        return (fit.Model is { } model ? Backtesting.Run(new ModelContender(model), judged) : null, fit.Diagnosis);
    }

    private static ContenderResult Result(
        AttritionFamily family, ReadOnlySpan<(Backtest? Test, IReadOnlyList<Diagnosis> Diagnosis)> trials)
    {
        var (tests, diagnosis) = (new List<Backtest?>(), new List<Diagnosis>());
        foreach (var (test, found) in trials)
        {
            tests.Add(test);
            diagnosis.AddRange(found.Where(one => !diagnosis.Contains(one)));
        }

        return new(family.Name, false, tests, diagnosis);
    }

    private static IEnumerable<ContenderResult> Baselines(List<HoldoutHistories> judged)
    {
        ContenderResult Of(string name, Func<HoldoutHistories, IContender> contender) =>
            new(name, true, [.. judged.Select(holdout => Backtesting.Run(contender(holdout), holdout))], []);
        yield return Of("company-pace", holdout =>
        {
            var (purchases, observed) = (holdout.Calibration.TotalPurchases, Observed(holdout.Calibration));
            return new PaceContender(_ => observed > 0 ? purchases / observed : 0);
        });
        yield return Of("own-pace", _ => new PaceContender(history => history.T > 0 ? history.X / history.T : 0));
    }

    private static double Observed(PurchaseHistories histories)
    {
        var sum = 0.0;
        for (var row = 0; row < histories.Count; row++)
            sum += histories.Weight[row] * histories.T[row];
        return sum;
    }

    /// <summary>The mean difference of two scores over the standard error of that mean, customer by customer.</summary>
    private static double Ahead(ContenderResult one, ContenderResult other)
    {
        var (sum, squares, customers) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Backtests.Count; i++)
        {
            var (mine, theirs) = (one.Backtests[i]!, other.Backtests[i]!);
            for (var row = 0; row < mine.Scores.Count; row++)
            {
                var (w, difference) = (mine.Weights[row], mine.Scores[row] - theirs.Scores[row]);
                sum += w * difference;
                squares += w * difference * difference;
                customers += w;
            }
        }

        var mean = sum / customers;
        var error = Math.Sqrt(Math.Max(0, (squares / customers) - (mean * mean)) / customers);
        return error > 0 && Math.Abs(mean) > Same ? mean / error : 0;
    }
}
