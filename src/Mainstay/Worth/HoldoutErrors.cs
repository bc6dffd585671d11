using System.Text.Json.Serialization;
using Mainstay.Statistics.Choice;

namespace Mainstay.Worth;

/// <summary>How far expected purchases were off; over several cutoffs totals are sums and the rest means.</summary>
/// <param name="ActualTotal">Purchase days that came.</param>
/// <param name="ExpectedTotal">Purchase days expected.</param>
/// <param name="BiasPercent">100·(expected/actual − 1); null where none came.</param>
/// <param name="Mae">Mean absolute error per customer.</param>
/// <param name="Rmse">Root mean squared error per customer.</param>
/// <param name="Interval90Coverage">Share of customers inside their own central 90 % interval.</param>
public sealed record HoldoutErrors(
    double ActualTotal, double ExpectedTotal, double? BiasPercent, double? Mae, double? Rmse,
    [property: JsonPropertyName("interval_90_coverage")] double? Interval90Coverage)
{
    internal static HoldoutErrors? Of(ContenderResult result) => result.MeanAbsoluteError is null
        ? null
        : new(
            result.ActualTotal, result.ExpectedTotal, result.BiasPercent, result.MeanAbsoluteError,
            result.RootMeanSquaredError, result.Coverage90);
}
