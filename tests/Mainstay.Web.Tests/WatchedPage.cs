using Microsoft.Playwright;

namespace Mainstay.Web.Tests;

/// <summary>A page whose console errors are written down, and whose way out of the machine is shut.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly List<string> _left = [];

    private WatchedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Console errors, uncaught exceptions and policy violations so far.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Requests that tried to leave this machine.</summary>
    public IReadOnlyList<string> Left => _left;

    public static async Task<WatchedPage> OpenAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new());
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                watched._errors.Add(message.Text);
        };
        watched.Page.PageError += (_, error) => watched._errors.Add(error);
        await context.RouteAsync("**/*", async route =>
        {
            if (IsLocal(route.Request.Url))
            {
                await route.ContinueAsync();
                return;
            }

            watched._left.Add(route.Request.Url);
            await route.AbortAsync();
        });
        return watched;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static bool IsLocal(string url) =>
        new Uri(url) is { Scheme: "file" or "data" or "blob" or "about" }
            or { Host: "127.0.0.1" or "localhost" or "[::1]" };
}
