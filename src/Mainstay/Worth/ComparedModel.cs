using Mainstay.Statistics.Choice;

namespace Mainstay.Worth;

/// <summary>One model's record, or a rule of thumb's.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Baseline">True for a rule of thumb, which is never chosen.</param>
/// <param name="LogScore">
/// Mean log probability given to what a customer then did; null where a cutoff refused the model, or where something
/// happened that it had called impossible.
/// </param>
/// <param name="Holdout">Errors over the holdouts; null where every cutoff refused the model.</param>
/// <param name="ByFrequency">Actual and expected purchases by repeat purchases before, at the last cutoff.</param>
/// <param name="ByDecile">The same by tenths of customers, fewest expected first.</param>
/// <param name="Diagnosis">What the fits found, in words.</param>
public sealed record ComparedModel(
    string Model, bool Baseline, double? LogScore, HoldoutErrors? Holdout, IReadOnlyList<CalibrationBin> ByFrequency,
    IReadOnlyList<CalibrationBin> ByDecile, IReadOnlyList<string> Diagnosis)
{
    internal static ComparedModel Of(ContenderResult result)
    {
        var last = result.Backtests.Count == 0 ? null : result.Backtests[^1];
        return new(
            result.Name, result.IsBaseline, result.LogScore, HoldoutErrors.Of(result), last?.ByFrequency ?? [],
            last?.ByDecile ?? [], [.. result.Diagnosis.Select(diagnosis => diagnosis.Message)]);
    }
}
