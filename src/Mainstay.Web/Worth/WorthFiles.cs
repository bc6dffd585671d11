using Mainstay.Ledger;
using Mainstay.Web.Shell;
using Mainstay.Web.Worth.Losing;
using Mainstay.Worth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Mainstay.Web.Worth;

/// <summary>Every list of worth as a file: whole, with raw numbers.</summary>
internal static class WorthFiles
{
    public static IEndpointRouteBuilder MapWorthFiles(this IEndpointRouteBuilder routes)
    {
        var worth = routes.MapGroup("/worth");
        worth.MapGet("/tiers.csv", TiersAsync).WithName("ExportTiers").WithSummary("The profit tiers.");
        worth.MapGet("/costs.csv", ActivitiesAsync).WithName("ExportCosts").WithSummary("What each activity costs.");
        worth.MapGet("/pools.csv", PoolsAsync).WithName("ExportPools").WithSummary("Capacity paid for and used.");
        worth.MapGet("/losers.csv", LosersAsync).WithName("ExportLosers").WithSummary("Everybody who costs money.");
        worth.MapGet("/clv.csv", ClvAsync).WithName("ExportClv").WithSummary("Everybody's lifetime value, in parts.");
        worth.MapGet("/ladder.csv", LadderAsync).WithName("ExportLadder").WithSummary("Everybody's margin ladder.");
        worth.MapGet("/what-if.csv", WhatIfAsync).WithName("ExportWhatIf")
             .WithSummary("What an action would have changed; the question is the page's.");
        return routes;
    }

    private static async Task<IResult> WhatIfAsync(
        HttpContext context, PageFrame frame, AnalysisDesk desk, WorthReports reports,
        CancellationToken cancellationToken)
    {
        var question = WhatIfQuestion.Read(context.Request.Query);
        if (await desk.LatestAsync(frame.Settings, frame.AsOf, cancellationToken) is not { } snapshot)
            return TypedResults.NotFound();
        if (question.Mistake is { } mistake)
            return Refused(mistake);
        try
        {
            var answer = await reports.WhatIfAsync(snapshot, question.Request, cancellationToken);
            return File("what-if", answer.AsOf, WorthTables.WhatIfColumns, [WorthTables.Of(answer)], cancellationToken);
        }
        catch (MistakeException wrong)
        {
            return Refused($"{wrong.Message} {wrong.Advice}");
        }
    }

    private static ContentHttpResult Refused(string why) =>
        TypedResults.Text(why, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    private static Task<Results<PushStreamHttpResult, NotFound>> TiersAsync(
        PageFrame frame, AnalysisDesk desk, WorthReports reports, CancellationToken cancellationToken) =>
        OfSnapshotAsync("tiers", WorthTables.TierColumns, frame, desk,
            async snapshot => WorthTables.Of(await reports.TiersAsync(snapshot, 0, cancellationToken)),
            cancellationToken);

    private static Task<Results<PushStreamHttpResult, NotFound>> LosersAsync(
        PageFrame frame, AnalysisDesk desk, WorthReports reports, CancellationToken cancellationToken) =>
        OfSnapshotAsync("losers", WorthTables.LoserColumns, frame, desk,
            async snapshot => WorthTables.Of(await reports.LosersAsync(snapshot, null, cancellationToken)),
            cancellationToken);

    private static Task<Results<PushStreamHttpResult, NotFound>> ClvAsync(
        PageFrame frame, AnalysisDesk desk, WorthReports reports, CancellationToken cancellationToken) =>
        OfSnapshotAsync("clv", WorthTables.ClvColumns, frame, desk,
            async snapshot => WorthTables.Of(await reports.ClvAsync(snapshot, null, cancellationToken)),
            cancellationToken);

    private static Task<Results<PushStreamHttpResult, NotFound>> LadderAsync(
        PageFrame frame, AnalysisDesk desk, WorthReports reports, CancellationToken cancellationToken) =>
        OfSnapshotAsync("ladder", WorthTables.LadderColumns, frame, desk,
            async snapshot => WorthTables.Of(
                await reports.LadderAsync(snapshot, new() { ByCustomer = true }, cancellationToken)),
            cancellationToken);

    private static async Task<PushStreamHttpResult> ActivitiesAsync(
        PageFrame frame, WorthReports reports, CancellationToken cancellationToken)
    {
        var costs = await reports.CostsAsync(frame.Settings, frame.AsOf, cancellationToken);
        return File("costs", costs.AsOf, WorthTables.ActivityColumns, WorthTables.Of(costs), cancellationToken);
    }

    private static async Task<PushStreamHttpResult> PoolsAsync(
        PageFrame frame, WorthReports reports, CancellationToken cancellationToken)
    {
        var costs = await reports.CostsAsync(frame.Settings, frame.AsOf, cancellationToken);
        return File("pools", costs.AsOf, WorthTables.PoolColumns, WorthTables.Pools(costs), cancellationToken);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> OfSnapshotAsync(
        string name, string[] columns, PageFrame frame, AnalysisDesk desk,
        Func<Snapshot, Task<IEnumerable<string[]>>> lines, CancellationToken cancellationToken) =>
        await desk.LatestAsync(frame.Settings, frame.AsOf, cancellationToken) is { } snapshot
            ? File(name, snapshot.AsOf, columns, await lines(snapshot), cancellationToken)
            : TypedResults.NotFound();

    private static PushStreamHttpResult File(
        string name, DateOnly asOf, string[] columns, IEnumerable<string[]> lines,
        CancellationToken cancellationToken) => TypedResults.Stream(
            body => WorthCsv.WriteAsync(body, columns, lines, cancellationToken),
            "text/csv; charset=utf-8", $"{name}-{Format.Raw(asOf)}.csv");
}
