using Mainstay.Web.Ledger;
using Mainstay.Web.Settings;
using Mainstay.Web.Worth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>Every address of the dashboard: the client's assets, then one Map… per word.</summary>
internal static class DashboardRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health", () => TypedResults.Text("ok")).WithName("Health");
        app.MapGet("/assets/{version}/mainstay.js", (HttpContext context) =>
            Asset(context, ClientAssets.Script, "text/javascript"));
        app.MapGet("/assets/{version}/mainstay.css", (HttpContext context) =>
            Asset(context, ClientAssets.Style, "text/css"));
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.Use(ShowPagesForPagesOnly);
        app.UseAntiforgery();
        app.Use(FrameLoader.LoadAsync);
        app.MapData().MapSettings().MapWorth().MapWorthFiles();
        app.MapRazorComponents<App>();
    }

    /// <summary>Kept by the browser for good: another build has another version in its address.</summary>
    private static ContentHttpResult Asset(HttpContext context, string text, string type)
    {
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Text(text, $"{type}; charset=utf-8");
    }

    /// <summary>
    /// A form that was refused is no missing page: <see cref="FailurePage"/> has said what is wrong with it.
    /// </summary>
    private static Task ShowPagesForPagesOnly(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }
}
