using Mainstay.Cli.Terminal;
using Mainstay.Lifecycle;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>The models in words: what was fitted, how well, and what it does not know.</summary>
internal static class ModelNotes
{
    public static IEnumerable<string> Of(ModelSet models, AnalysisDocument analysis, Figures figures)
    {
        if (models.Choice is { } choice)
            yield return $"Chosen by its record on your own past: {choice.Why}";
        yield return Attrition("Repeat buying", models.Attrition, figures) + Deviation(analysis, figures);
        yield return models.State.Model == "fixed_rule"
            ? $"State: a fixed rule, because no model could be fitted{Reasons(models.State.Diagnosis)}."
            : Attrition("State and p alive", models.State, figures);
        if (models.Attrition.Model is "bg-nbd" or "bg-cnbd-k")
        {
            yield return $"Under {models.Attrition.Model} whoever bought once can never have left; that is why state "
                + $"and p alive are {models.State.Model}'s.";
        }

        yield return Spend(models.Spend, figures);
        yield return "The models know only when and how much each customer bought. They do not know seasons, prices, "
            + "campaigns or competitors, and take each customer's own pace as steady until they leave.";
        yield return analysis.ResidualIntervalReason is { } reason
            ? $"No intervals: {reason}."
            : $"Intervals hold the truth with {figures.Percent(analysis.Assumptions.IntervalLevel)} probability if the "
                + "models hold: open parameters, customers gone, purchases that come or not, and spend that varies.";
    }

    private static string Attrition(string use, AttritionFit fit, Figures figures)
    {
        if (fit.LogLikelihood is not { } logLikelihood)
            return $"{use}: no model{Reasons(fit.Diagnosis)}.";
        return $"{use}: {fit.Model} in {fit.Period}s, {Parameters(fit.Parameters, fit.StandardErrors, figures)}; "
            + $"log-likelihood {figures.Number(logLikelihood, 3)}, "
            + $"{(fit.Converged ? "converged" : "not converged")} on "
            + $"{figures.Count(fit.Customers)} customers ({figures.Count(fit.DistinctRows)} distinct histories)"
            + $"{Reasons(fit.Diagnosis)}.";
    }

    private static string Spend(SpendFit fit, Figures figures)
    {
        if (fit.Model == "none")
            return $"Spend: no model{Reasons(fit.Diagnosis)}.";
        var quality = fit.LogLikelihood is { } logLikelihood
            ? $"; log-likelihood {figures.Number(logLikelihood, 3)}, "
                + (fit.Converged ? "converged" : "not converged")
            : "";
        var correlation = fit.FrequencySpendCorrelation is { } found
            ? "; it assumes that spend and frequency do not go together "
                + $"(here their correlation is {figures.Number(found, 2)})"
            : "";
        return $"Spend per purchase day: {fit.Model}, "
            + $"{Parameters(fit.Parameters, fit.StandardErrors, figures)}{quality} on "
            + $"{figures.Count(fit.Customers)} repeat customers{correlation}{Reasons(fit.Diagnosis)}.";
    }

    private static string Parameters(
        IReadOnlyDictionary<string, double> parameters, IReadOnlyDictionary<string, double> errors, Figures figures) =>
        string.Join(", ", parameters.Select(parameter => errors.TryGetValue(parameter.Key, out var error)
            ? $"{parameter.Key} {figures.Number(parameter.Value, 4)} ± {figures.Number(error, 4)}"
            : $"{parameter.Key} {figures.Number(parameter.Value, 4)}"));

    /// <summary>How many customers stand in another bin of the frequency histogram than the model expects.</summary>
    private static string Deviation(AnalysisDocument analysis, Figures figures)
    {
        IReadOnlyList<FrequencyBin> bins = analysis.FrequencyHistogram;
        if (bins.Count == 0 || bins.Any(bin => bin.Expected is null))
            return "";
        var total = bins.Sum(bin => bin.Actual);
        var moved = bins.Sum(bin => Math.Abs(bin.Actual - bin.Expected!.Value)) / 2;
        return total == 0
            ? ""
            : $" It puts {figures.Percent(moved / total)} of customers at another number of repeats than counted.";
    }

    private static string Reasons(IReadOnlyList<string> diagnosis) =>
        diagnosis.Count == 0 ? "" : $" ({string.Join("; ", diagnosis)})";
}
