using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>Reads settings and as-of once a request, before any page asks for them.</summary>
internal static class FrameLoader
{
    private static readonly object Key = new();

    public static async Task LoadAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        using var connection = services.GetRequiredService<LedgerDatabase>().Connect();
        var settings = await SettingsInForce.WithLedgerCurrencyAsync(
            connection, services.GetRequiredService<Workspace>().SettingsFile.Read(), context.RequestAborted);
        var asOf = PageFrame.DayIn(context.Request.Query[PageFrame.AsOfName].ToString());
        context.Items[Key] = new PageFrame(settings, asOf);
        await next(context);
    }

    public static PageFrame Of(HttpContext? context) =>
        context?.Items[Key] as PageFrame
        ?? throw new InvalidOperationException("No frame was loaded for this request.");
}
