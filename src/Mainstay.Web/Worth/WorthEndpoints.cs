using Mainstay.Web.Ledger;
using Mainstay.Web.Report;
using Mainstay.Web.Shell;
using Mainstay.Worth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mainstay.Web.Worth;

/// <summary>What can be taken away: the whole list as CSV, the whole report as one file.</summary>
internal static class WorthEndpoints
{
    public static IEndpointRouteBuilder MapWorth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/customers.csv", CustomersAsync)
              .WithName("ExportCustomers")
              .WithSummary("Every customer that matches, raw numbers, in the order of the page.");
        routes.MapGet("/report", ReportAsync)
              .WithName("Report").WithSummary("The analysis as one self-contained HTML file.");
        return routes;
    }

    private static async Task<IResult> CustomersAsync(
        HttpContext context, PageFrame frame, AnalysisDesk desk, SnapshotCustomers customers,
        CancellationToken cancellationToken)
    {
        if (await desk.LatestAsync(frame.Settings, frame.AsOf, cancellationToken) is not { } snapshot)
            return TypedResults.NotFound();
        var request = CustomerFilters.Read(context.Request).Request;
        return TypedResults.Stream(
            body => customers.WriteCsvAsync(snapshot, request, body, cancellationToken),
            "text/csv; charset=utf-8", $"customers-{Format.Raw(snapshot.AsOf)}.csv");
    }

    private static async Task<IResult> ReportAsync(
        HttpContext context, PageFrame frame, AnalysisDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.LatestAsync(frame.Settings, frame.AsOf, cancellationToken) is not { } snapshot)
            return TypedResults.NotFound();

        // It carries its own script and style.
        context.Response.Headers.ContentSecurityPolicy = ClientAssets.InlinePolicy;
        return TypedResults.Stream(async body =>
        {
            await using var text = new StreamWriter(body);
            await HtmlReport.WriteAsync(snapshot.Document, text, frame.Settings.Locale, cancellationToken);
        }, "text/html; charset=utf-8");
    }
}
