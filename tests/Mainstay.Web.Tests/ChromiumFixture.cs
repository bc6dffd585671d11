using Microsoft.Playwright;

namespace Mainstay.Web.Tests;

/// <summary>
/// One headless Chromium for the tests of a class: Debian's, or the one CHROMIUM names. Absent, its tests are skipped
/// and say so; in CI a skipped test is a failure.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _absent;

    /// <summary>The browser; skips the calling test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, _absent ?? "Chromium did not start.");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            _absent = $"Chromium is absent at {path}; install it or set CHROMIUM to its path.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Headless = true, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
