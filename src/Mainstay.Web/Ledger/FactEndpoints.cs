using System.Globalization;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Mainstay.Web.Ledger;

/// <summary>Takes in facts entered by hand, one at a time.</summary>
internal static class FactEndpoints
{
    public static IEndpointRouteBuilder MapFacts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ledger/facts/{kind}", AddAsync).WithName("AddFact")
            .WithSummary("Takes one fact in, as an import that can be undone.");
        return routes;
    }

    /// <summary>Back to the page either way: with what was entered where something is wrong with it.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> AddAsync(
        string kind, IFormCollection form, LedgerDatabase ledger, Workspace workspace, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (FactShapes.All.FirstOrDefault(shape => shape.Word == kind) is not { } shape)
            return TypedResults.NotFound();
        var values = EnteredFact.Read(shape, form);
        var result = await FactEntry.CommitAsync(
            ledger, shape.Kind, values, workspace.SettingsFile.Read(), clock, cancellationToken);
        var query = result.Report is { } report
            ? new() { ["added"] = report.ImportNumber.ToString(CultureInfo.InvariantCulture) }
            : values.ToDictionary(
                pair => EnteredFact.NameOf(pair.Key), pair => (string?)pair.Value, StringComparer.Ordinal);
        query[EnteredFact.KindName] = shape.Word;
        if (result.Report is null)
            query[EnteredFact.TriedName] = "yes";
        if (result.Report is { NewPerson: { } newcomer })
            query[EnteredFact.NewName] = newcomer;
        return TypedResults.LocalRedirect($"~/ledger/facts{QueryString.Create(query)}");
    }
}
