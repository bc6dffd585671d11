using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Worth;
using Microsoft.Playwright;
using static System.StringComparison;

namespace Mainstay.Web.Tests.Report;

public sealed partial class ReportInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Ground = "getComputedStyle(document.documentElement).backgroundColor";

    [Theory]
    [InlineData("shop", 4)]
    [InlineData("loss", 1)]
    [InlineData("empty", 0)]
    public async Task It_opens_from_disk_draws_its_charts_and_complains_of_nothing(string name, int charts)
    {
        using var report = await ReportFile.WriteAsync(Named(name));
        await using var watched = await OpenAsync(report);

        Assert.Equal(charts, await watched.Page.Locator("figure[data-chart] .plot svg").CountAsync());
        Assert.Equal(0, await watched.Page.Locator("figure[data-chart] details[open]").CountAsync());
        Assert.Empty(watched.Errors);
        Assert.Empty(watched.Left);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground(ColorScheme scheme)
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report, new() { ColorScheme = scheme });

        var faint = await Contrast.TooFaintAsync(watched.Page);

        Assert.Empty(faint);
    }

    [Fact]
    public async Task Arrow_keys_walk_a_chart_aloud_point_by_point()
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report);
        var months = watched.Page.Locator("figure[data-chart=months]");
        var spoken = months.Locator("[aria-live]");

        await months.Locator(".plot").FocusAsync();
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("Month Mar 2024: Net revenue, EUR ", await spoken.TextContentAsync(), Ordinal);
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("Month Apr 2024: ", await spoken.TextContentAsync(), Ordinal);
        await watched.Page.Keyboard.PressAsync("End");
        Assert.StartsWith("Month Nov 2026 so far: ", await spoken.TextContentAsync(), Ordinal);

        var tip = months.Locator(".chart-tip");
        Assert.Contains("Nov 2026 so far", await tip.TextContentAsync(), Ordinal);
        Assert.True(await tip.IsVisibleAsync());
    }

    [Fact]
    public async Task The_theme_switch_turns_the_page_dark_and_keeps_it_so()
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report, new() { ColorScheme = ColorScheme.Light });
        Assert.Equal("rgb(255, 255, 255)", await watched.Page.EvaluateAsync<string>(Ground));
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        Assert.Equal("rgb(16, 21, 28)", await watched.Page.EvaluateAsync<string>(Ground));
        await watched.Page.ReloadAsync();
        Assert.Equal("rgb(16, 21, 28)", await watched.Page.EvaluateAsync<string>(Ground));
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("loss")]
    [InlineData("empty")]
    public async Task On_a_narrow_screen_the_page_never_scrolls_sideways(string name)
    {
        using var report = await ReportFile.WriteAsync(Named(name));
        await using var watched = await OpenAsync(report, new() { ViewportSize = new() { Width = 320, Height = 640 } });

        Assert.Equal(320, await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task With_scripting_off_the_tables_stand_open_where_the_charts_would_be()
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report, new() { JavaScriptEnabled = false });

        foreach (var figure in await watched.Page.Locator("figure[data-chart]").AllAsync())
        {
            Assert.False(await figure.Locator(".plot").IsVisibleAsync());
            Assert.True(await figure.Locator("tbody tr").First.IsVisibleAsync());
        }
    }

    [Fact]
    public async Task It_prints_every_section_with_its_charts_on_light_paper()
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report, new() { ColorScheme = ColorScheme.Dark });

        var bytes = await watched.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        var pdf = Encoding.Latin1.GetString(bytes);
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var heights = await watched.Page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('.plot svg')].map(svg => svg.getBoundingClientRect().height)");

        Assert.InRange(PdfPage().Count(pdf), 5, 16);
        Assert.Equal(4, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 200, 700));
        Assert.Equal("rgb(255, 255, 255)", await watched.Page.EvaluateAsync<string>(Ground));
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task Its_policy_lets_no_other_script_run()
    {
        using var report = await ReportFile.WriteAsync(SampleAnalysis.Shop);
        await using var watched = await OpenAsync(report);

        await watched.Page.EvaluateAsync("""
            const script = document.createElement("script");
            script.textContent = "window.intruder = true";
            document.body.append(script);
            """);

        Assert.False(await watched.Page.EvaluateAsync<bool>("window.intruder === true"));
        Assert.Contains(watched.Errors, error => error.Contains("Content Security Policy", Ordinal));
    }

    private async Task<WatchedPage> OpenAsync(ReportFile report, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ReducedMotion = ReducedMotion.Reduce;
        var watched = await WatchedPage.OpenAsync(chromium.Browser, options);
        await watched.Page.GotoAsync(report.Url);
        return watched;
    }

    private static AnalysisDocument Named(string name) => name switch
    {
        "shop" => SampleAnalysis.Shop,
        "loss" => SampleAnalysis.LossMaking,
        _ => SampleAnalysis.Empty,
    };

    [GeneratedRegex("/Type */Page\\b", RegexOptions.NonBacktracking)]
    private static partial Regex PdfPage();
}
