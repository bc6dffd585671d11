using System.Globalization;
using Mainstay.Ledger;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Mainstay.Web.Ledger;

/// <summary>Takes files in, and takes them back.</summary>
internal static class DataEndpoints
{
    public static IEndpointRouteBuilder MapData(this IEndpointRouteBuilder routes)
    {
        var data = routes.MapGroup("/ledger/data");
        data.MapPost("/uploads", UploadAsync).WithName("UploadFile")
            .WithSummary("Keeps a file until it is imported or discarded.");
        data.MapPost("/uploads/{id}/import", ImportAsync).WithName("ImportUpload")
            .WithSummary("Imports an uploaded file, whole or not at all.");
        data.MapPost("/uploads/{id}/discard", Discard).WithName("DiscardUpload")
            .WithSummary("Forgets an uploaded file.");
        data.MapGet("/uploads/{id}/errors.csv", Errors).WithName("UploadErrors")
            .WithSummary("The rows that cannot be taken in, as they stood, with the reasons.");
        data.MapPost("/imports/{number:long}/undo", UndoAsync).WithName("UndoImport")
            .WithSummary("Takes an import back.");
        return routes;
    }

    private static async Task<RedirectHttpResult> UploadAsync(
        IFormFile file, Uploads uploads, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        var id = await uploads.KeepAsync(file.FileName, content, cancellationToken);
        return TypedResults.LocalRedirect($"~/ledger/data/uploads/{id}");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ImportAsync(
        string id, HttpRequest request, IFormCollection form, Uploads uploads, UploadLook look,
        CancellationToken cancellationToken)
    {
        _ = form;   // bound so that its anti-forgery token is judged
        if (uploads.Find(id) is not { } path)
            return TypedResults.NotFound();
        var import = await look.CommitAsync(path, UploadChoices.Read(request), cancellationToken);
        uploads.Remove(id);
        return BackWith("imported", import.Report.ImportNumber);
    }

    private static IResult Errors(
        string id, HttpRequest request, Uploads uploads, UploadLook look, CancellationToken cancellationToken)
    {
        if (uploads.Find(id) is not { } path)
            return TypedResults.NotFound();
        var options = UploadChoices.Read(request);
        return TypedResults.Stream(body => look.WriteErrorsAsync(path, options, body, cancellationToken),
            "text/csv; charset=utf-8", ErrorFile.NameFor(Path.GetFileName(path)));
    }

    private static RedirectHttpResult Discard(string id, IFormCollection form, Uploads uploads)
    {
        _ = form;
        uploads.Remove(id);
        return TypedResults.LocalRedirect("~/ledger/data");
    }

    private static async Task<Results<RedirectHttpResult, Conflict<string>>> UndoAsync(
        long number, IFormCollection form, LedgerDatabase ledger, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        _ = form;
        try
        {
            await ImportLog.UndoAsync(ledger, number, clock, cancellationToken);
            return BackWith("undone", number);
        }
        catch (MistakeException mistake)
        {
            return TypedResults.Conflict(mistake.Message);
        }
    }

    /// <summary>To the page that lists the imports and says what has just become of this one.</summary>
    private static RedirectHttpResult BackWith(string what, long number) => TypedResults.LocalRedirect(
        "~/ledger/data" + QueryString.Create(what, number.ToString(CultureInfo.InvariantCulture)));
}
