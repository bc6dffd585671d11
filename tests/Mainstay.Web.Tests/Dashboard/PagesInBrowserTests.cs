using Microsoft.Playwright;

namespace Mainstay.Web.Tests.Dashboard;

public sealed class PagesInBrowserTests(ChromiumFixture chromium, DemoDashboard shop)
    : IClassFixture<ChromiumFixture>, IClassFixture<DemoDashboard>
{
    public static TheoryData<string> Pages =>
        ["/", "/ledger/customers", "/ledger/customers?q=nobody-at-all", "/ledger/customer?key=C00003", "/ledger/data", "/settings", "/not-found",
         "/worth", "/worth/costs", "/worth/losers", "/worth/gold", "/worth/what-if"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_complains_of_nothing_asks_nobody_and_is_labelled(string path)
    {
        await using var watched = await OpenAsync(path);

        await PageCheck.IsQuietAndLabelledAsync(watched);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Text_stands_out_in_both_themes_and_nothing_scrolls_sideways_at_320(string path)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var watched = await OpenAsync(path,
                new() { ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 640 } });
            await PageCheck.IsReadableAsync(watched, 320);
        }
    }

    [Fact]
    public async Task The_keyboard_alone_searches_goes_and_opens_a_customer()
    {
        await using var watched = await OpenAsync("/");
        var page = watched.Page;

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("C00003");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ledger/customers?q=C00003*");
        await page.Locator("tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ledger/customer?key=C00003*");
        await page.Locator("body").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("d");
        await page.WaitForURLAsync("**/ledger/data");

        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task With_scripting_off_every_page_still_answers()
    {
        await using var watched = await OpenAsync("/", new() { JavaScriptEnabled = false });

        Assert.True(await watched.Page.Locator(".answer").IsVisibleAsync());
        await watched.Page.Locator("a", new() { HasTextString = "gold" }).First.ClickAsync();
        Assert.Contains("tier=gold", watched.Page.Url, StringComparison.Ordinal);
        Assert.True(await watched.Page.Locator("tbody tr").First.IsVisibleAsync());
    }

    private async Task<WatchedPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ReducedMotion = ReducedMotion.Reduce;
        var watched = await WatchedPage.OpenAsync(chromium.Browser, options);
        await watched.Page.GotoAsync(new Uri(shop.Address, path).ToString());
        return watched;
    }
}
