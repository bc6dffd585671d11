using Mainstay.Web.Shell;

namespace Mainstay.Web.Tests.Shell;

public sealed class ChartInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Figure = """
        <figure class="chart" data-chart="histogram"><figcaption>Orders</figcaption>
          <div class="plot" tabindex="0" role="application" aria-label="Orders" style="--plot-height: 200px"></div>
          <details open><summary>Show the numbers</summary><table>
            <thead><tr><th>Repeat purchases</th><th>Customers</th></tr></thead>
            <tbody>
              <tr><th data-value="0"><a href="#none">0</a></th><td data-value="12">12</td></tr>
              <tr><th data-value="1"><a href="#one">1</a></th><td data-value="5">5</td></tr>
              <tr><th data-value="2"><a href="#two">2</a></th><td data-value="">—</td></tr>
            </tbody></table></details>
        </figure>
        """;

    [Fact]
    public async Task Enter_opens_the_list_behind_the_point_that_was_stepped_to()
    {
        await using var watched = await DrawAsync(Figure);

        await watched.Page.Locator(".plot").FocusAsync();
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        await watched.Page.Keyboard.PressAsync("ArrowRight");
        await watched.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("#one", await watched.Page.EvaluateAsync<string>("location.hash"));
        Assert.Equal(
            "Repeat purchases 1: Customers 5. 2 of 3.", await watched.Page.Locator("[aria-live]").TextContentAsync());
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task A_figure_without_rows_keeps_its_words_and_loses_only_its_room()
    {
        var head = Figure[..Figure.IndexOf("<tbody>", StringComparison.Ordinal)];
        var empty = head + "<tbody></tbody></table></details></figure>";
        await using var watched = await DrawAsync(empty);

        Assert.Equal(0, await watched.Page.Locator(".plot").CountAsync());
        Assert.True(await watched.Page.GetByText("Repeat purchases").IsVisibleAsync());
        Assert.Empty(watched.Errors);
    }

    private async Task<WatchedPage> DrawAsync(string body)
    {
        var watched = await WatchedPage.OpenAsync(chromium.Browser);
        await watched.Page.SetContentAsync(
            $"<html lang=en><style>{ClientAssets.Style}</style><script>{ClientAssets.Script}</script><body>{body}</body>");
        return watched;
    }
}
