using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>The order in which a request is judged: name, headers, origin, command token, then the pages.</summary>
internal static class DashboardPipeline
{
    /// <summary>Style attributes are allowed for the chart library writes each label's font as one.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Use(WebApplication app, DashboardOptions options)
    {
        app.Use(AnswerOwnNamesOnly);
        app.Use(SayWhatABrowserMayDo);
        app.UseExceptionHandler(failed => failed.Run(FailurePage.WriteAsync));
        app.UseWhen(
            context => HttpMethods.IsPost(context.Request.Method),
            forms => forms.UseStatusCodePages(FailurePage.WriteFormAsync));
        if (options.Commands is { } commands)
            app.MapPost("/internal/command", context => RunCommandAsync(context, commands, options.CommandToken))
               .DisableAntiforgery();
        app.Use(TakeChangesFromOwnPagesOnly);
        DashboardRoutes.Map(app);
    }

    private static Task AnswerOwnNamesOnly(HttpContext context, RequestDelegate next)
    {
        if (OwnNames.IsOwnHost(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Mainstay answers on this machine only, as 127.0.0.1 or localhost.\n");
    }

    private static Task SayWhatABrowserMayDo(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }

    private static Task TakeChangesFromOwnPagesOnly(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || IsCommand(context.Request)
            || OwnNames.IsOwnOrigin(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Only Mainstay's own pages may change anything here.\n");
    }

    private static bool IsCommand(HttpRequest request) => request.Path == "/internal/command";

    private static async Task RunCommandAsync(HttpContext context, CommandEndpoint commands, string token)
    {
        // A browser always names the origin of a POST; a command line never does.
        if (context.Request.Headers.Origin.Count > 0 || !HasToken(context.Request, token))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await commands(context.Request.Body, context.Response.Body, context.RequestAborted);
    }

    private static bool HasToken(HttpRequest request, string token) =>
        token.Length > 0 && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes($"Bearer {token}"));
}
