using Mainstay.Web.Shell;
using Mainstay.Worth;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Web.Report;

/// <summary>
/// An analysis as one self-contained HTML file: it opens from disk, fetches nothing, prints well and reads with
/// scripting off.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the whole file; <paramref name="locale"/> is the business's BCP 47 tag.</summary>
    public static async Task WriteAsync(
        AnalysisDocument document, TextWriter output, string locale, CancellationToken cancellationToken)
    {
        var html = await RenderAsync(document, new Format(locale, document.Currency));
        await output.WriteAsync(html.AsMemory(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static async Task<string> RenderAsync(AnalysisDocument document, Format format)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ReportDocument.Document)] = document,
                [nameof(ReportDocument.Format)] = format,
            });
            var root = await renderer.RenderComponentAsync<ReportDocument>(parameters);
            return root.ToHtmlString();
        });
    }
}
