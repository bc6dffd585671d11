using Microsoft.Playwright;

namespace Mainstay.Web.Tests.Worth;

public sealed class WorthInBrowserTests(ChromiumFixture chromium, WorkedDashboard shop)
    : IClassFixture<ChromiumFixture>, IClassFixture<WorkedDashboard>
{
    public static TheoryData<string> Pages =>
    [
        "/worth", "/worth/costs", "/worth/losers", "/worth/losers?page=2", "/worth/gold", "/worth/what-if?action=let_go",
        "/worth/what-if?customer=C00014&action=self_service&leave=20", "/worth/what-if?leave=200", "/ledger/customer?key=C00007",
        "/worth?as-of=2000-01-01", "/worth/losers?as-of=2000-01-01", "/worth/gold?as-of=2000-01-01",
        "/worth/what-if?as-of=2000-01-01", "/worth/costs?as-of=2000-01-01",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_quiet_labelled_and_readable_on_a_phone_in_both_themes(string path)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var watched = await OpenAsync(path,
                new() { ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 640 } });
            await PageCheck.IsQuietAndLabelledAsync(watched);
            await PageCheck.IsReadableAsync(watched, 320);
        }
    }

    [Fact]
    public async Task The_overview_fits_a_laptop_and_draws_every_figure_from_its_table()
    {
        await using var watched = await OpenAsync("/worth");

        Assert.Equal(3, await watched.Page.Locator("figure[data-chart] .plot svg").CountAsync());
        Assert.Empty(await watched.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main > * .table-scroll, main > .table-scroll')]
              .filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute('aria-label'))
            """));
        var ladder = watched.Page.Locator("figure[data-chart=waterfall]");
        await ladder.Locator(".plot").FocusAsync();
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        var spoken = await ladder.Locator("[aria-live]").TextContentAsync();
        Assert.StartsWith("Step Cost of goods: Takes, GBP ", spoken, StringComparison.Ordinal);
        Assert.EndsWith("2 of 8.", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_alone_lead_to_worth_and_on_to_its_parts()
    {
        await using var watched = await OpenAsync("/");

        await watched.Page.Keyboard.PressAsync("g");
        await watched.Page.Keyboard.PressAsync("w");
        await watched.Page.WaitForURLAsync("**/worth");
        await watched.Page.GetByRole(AriaRole.Link, new() { Name = "Losers", Exact = true }).FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");
        await watched.Page.WaitForURLAsync("**/worth/losers");

        Assert.Equal("Losers", await watched.Page.Locator(".tabs [aria-current=page]").TextContentAsync());
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task A_what_if_answers_while_it_is_typed_and_its_address_answers_the_same()
    {
        await using var watched = await OpenAsync("/worth/what-if");
        var answer = watched.Page.Locator("#outcome .answer");
        var before = await answer.TextContentAsync();

        await watched.Page.GetByLabel("Prices up by, %").FillAsync("25");
        await Assertions.Expect(answer).ToContainTextAsync("Prices 25");
        Assert.Contains("prices=25", watched.Page.Url, StringComparison.Ordinal);
        var live = await answer.TextContentAsync();
        await watched.Page.ReloadAsync();

        Assert.NotEqual(before, live);
        Assert.Equal(live, await answer.TextContentAsync());
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task Letting_go_shows_its_trap_and_asks_for_no_price()
    {
        await using var watched = await OpenAsync("/worth/what-if");

        await watched.Page.GetByLabel("let them go").CheckAsync();
        await Assertions.Expect(watched.Page.Locator(".trap")).ToContainTextAsync("does not go with them");

        Assert.False(await watched.Page.GetByLabel("Prices up by, %").IsVisibleAsync());
        Assert.False(await watched.Page.GetByLabel("Of them leave, %").IsVisibleAsync());
    }

    [Fact]
    public async Task With_scripting_off_the_button_answers_and_the_tables_stand_open()
    {
        await using var watched = await OpenAsync("/worth/what-if", new() { JavaScriptEnabled = false });

        await watched.Page.GetByLabel("Prices up by, %").FillAsync("30");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        Assert.Contains("Prices 30", await watched.Page.Locator("#outcome .answer").TextContentAsync(), StringComparison.Ordinal);

        await watched.Page.GotoAsync(new Uri(shop.Address, "/worth").ToString());
        Assert.True(await watched.Page.Locator("figure[data-chart=waterfall] tbody tr").First.IsVisibleAsync());
    }

    private async Task<WatchedPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 800 } };
        options.ReducedMotion = ReducedMotion.Reduce;
        var watched = await WatchedPage.OpenAsync(chromium.Browser, options);
        await watched.Page.GotoAsync(new Uri(shop.Address, path).ToString());
        return watched;
    }
}
