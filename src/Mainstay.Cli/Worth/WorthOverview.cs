using System.Text.Json;
using Mainstay.Cli.Shell;
using Mainstay.Worth;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth;

/// <summary>
/// The answers of <c>worth</c> side by side, without their customers; tiers are those of the analysis.
/// </summary>
internal sealed record WorthOverview(
    ClvDocument Clv, LadderDocument Ladder, IReadOnlyList<TierSummary> Tiers, WhaleCurve Whale, LosersDocument Losers)
{
    private static readonly Listing<(string Figure, decimal? Amount, decimal? Low, decimal? High)> s_csv = new(
        "figures",
        [
            new("figure", row => row.Figure),
            new("amount", row => row.Amount),
            new("low", row => row.Low),
            new("high", row => row.High),
        ]);

    public static async Task<WorthOverview> ReadAsync(WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var (reports, snapshot) = (analysis.Reports, analysis.Snapshot);
        return new(
            await reports.ClvAsync(snapshot, 0, cancellationToken),
            await reports.LadderAsync(snapshot, new(), cancellationToken),
            analysis.Document.Tiers,
            analysis.Document.Whale,
            await reports.LosersAsync(snapshot, 0, cancellationToken));
    }

    public void WriteJson(CliContext context) => JsonText.Write(context, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("clv");
        JsonSerializer.Serialize(json, Clv, WorthJson.Readable.ClvDocument);
        json.WritePropertyName("ladder");
        JsonSerializer.Serialize(json, Ladder, WorthJson.Readable.LadderDocument);
        json.WritePropertyName("tiers");
        JsonSerializer.Serialize(json, Tiers, AnalysisJson.Default.IReadOnlyListTierSummary);
        json.WritePropertyName("whale");
        JsonSerializer.Serialize(json, Whale, AnalysisJson.Default.WhaleCurve);
        json.WritePropertyName("losers");
        JsonSerializer.Serialize(json, Losers, WorthJson.Readable.LosersDocument);
        json.WriteEndObject();
    });

    public void WriteCsv(Call call)
    {
        var equity = Clv.Equity;
        s_csv.Write(call,
        [
            ("customer_equity", equity.Value, equity.Low, equity.High),
            ("margin_to_date", equity.MarginToDate, null, null),
            ("residual_value", equity.ResidualValue, null, null),
            ("acquisition_cost", equity.AcquisitionCost, null, null),
            .. Ladder.Steps.Select(step => (step.Name, (decimal?)step.Amount, (decimal?)null, (decimal?)null)),
            ("implicit_losses", Whale.ImplicitLosses, null, null),
        ]);
    }
}
