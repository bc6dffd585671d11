using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Web.Tests.Worth;

/// <summary>A component over documents of our own making, as a page would show it.</summary>
internal static class Rendered
{
    /// <summary>The component alone, parsed.</summary>
    public static async Task<IElement> BodyAsync<T>(
        Dictionary<string, object?> parameters, DateOnly? asOf = null, string currency = "EUR") where T : IComponent =>
        (await new HtmlParser().ParseDocumentAsync(await MarkupAsync<T>(parameters, asOf, currency))).Body!;

    /// <summary>A whole page with the client's style and script, for a browser.</summary>
    public static async Task<string> PageAsync<T>(Dictionary<string, object?> parameters, string? title = null)
        where T : IComponent =>
        $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title ?? typeof(T).Name}</title><style>{ClientAssets.Style}</style><script>{ClientAssets.Script}</script></head>
        <body><div class="frame"><div class="frame-side"></div><div class="frame-main"><main id="main" class="page">
        {(title is null ? "" : $"<h1>{title}</h1>")}{await MarkupAsync<T>(parameters)}</main></div></div></body></html>
        """;

    private static async Task<string> MarkupAsync<T>(
        Dictionary<string, object?> parameters, DateOnly? asOf = null, string currency = "EUR") where T : IComponent
    {
        var frame = new PageFrame(new BusinessSettings { BusinessName = "Alder & Oak", Currency = currency }, asOf);
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(frame)
            .AddSingleton<NavigationManager, Standstill>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var all = new Dictionary<string, object?>
            {
                [nameof(CascadingValue<Format>.Value)] = frame.Format,
                [nameof(CascadingValue<Format>.ChildContent)] = (RenderFragment)(inside =>
                {
                    inside.OpenComponent<T>(0);
                    inside.AddMultipleAttributes(1, parameters!);
                    inside.CloseComponent();
                }),
            };
            var root = await renderer.RenderComponentAsync<CascadingValue<Format>>(ParameterView.FromDictionary(all));
            return root.ToHtmlString();
        });
    }

    private sealed class Standstill : NavigationManager
    {
        public Standstill() => Initialize("http://127.0.0.1/", "http://127.0.0.1/worth");
    }
}
