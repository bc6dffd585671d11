using Mainstay.Ledger;
using Mainstay.Ledger.Engines.Postgres;
using Mainstay.Ledger.Import;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>What a person reads when a request could not be answered: in words, never a stack trace.</summary>
internal static class FailurePage
{
    /// <summary>
    /// Any exception: mistakes and unreadable files say what to do, the rest that nothing was changed.
    /// </summary>
    public static Task WriteAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        (context.Response.StatusCode, var text) = failure switch
        {
            MistakeException mistake => (StatusCodes.Status400BadRequest, $"{mistake.Message} {mistake.Advice}"),
            ImportException unreadable => (StatusCodes.Status400BadRequest, unreadable.Message),
            { } full when DiskFull.IsCauseOf(full) => (StatusCodes.Status507InsufficientStorage,
                "The disk is full. Free some space, go back and try again; the ledger holds nothing half done."),
            { } server when ServerTrouble.Of(server) is { } trouble => (StatusCodes.Status503ServiceUnavailable,
                $"The ledger's server: {trouble.Error}. What to do: {trouble.Do}."),
            _ => (StatusCodes.Status500InternalServerError,
                "Something failed that is our fault. Nothing was changed. Go back and try again; "
                + "`mainstay doctor` looks for the cause."),
        };
        return TextAsync(context, text);
    }

    /// <summary>A form that was refused: its token is older than this process, or missing.</summary>
    public static Task WriteFormAsync(StatusCodeContext status) =>
        status.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? TextAsync(status.HttpContext,
                "This form is too old. Go back, reload the page and send it again; nothing was changed.")
            : Task.CompletedTask;

    private static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n");
    }
}
