using Mainstay.Ledger;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Mainstay.Web.Settings;

/// <summary>Sets what a business decides for itself.</summary>
internal static class SettingsEndpoints
{
    public static IEndpointRouteBuilder MapSettings(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/settings", SetAsync).WithName("SetSetting")
            .WithSummary("Sets one value and brings the ledger in step.");
        return routes;
    }

    /// <summary>
    /// Back to the page either way: a mistake is told beside what was typed, and nothing has changed.
    /// </summary>
    private static async Task<RedirectHttpResult> SetAsync(
        [FromForm] string name, [FromForm] string value, Workspace workspace, LedgerDatabase ledger,
        CancellationToken cancellationToken)
    {
        try
        {
            await SettingsInForce.SetAsync(workspace, ledger, name, value, cancellationToken);
            return TypedResults.LocalRedirect($"~/settings{QueryString.Create("changed", name)}");
        }
        catch (MistakeException mistake)
        {
            var problem = string.Join(' ', new[] { mistake.Message, mistake.Advice }.Where(part => part is not null));
            var query = QueryString.Create(
                new Dictionary<string, string?> { ["problem"] = problem, ["name"] = name, ["value"] = value });
            return TypedResults.LocalRedirect($"~/settings{query}#problem");
        }
    }
}
