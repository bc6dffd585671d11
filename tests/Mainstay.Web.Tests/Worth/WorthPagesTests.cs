using System.Net;
using static System.StringComparison;

namespace Mainstay.Web.Tests.Worth;

public sealed class WorthPagesTests(WorkedDashboard shop) : IClassFixture<WorkedDashboard>
{
    [Fact]
    public async Task The_overview_says_what_the_base_is_worth_and_of_what()
    {
        var page = await shop.GetAsync("/worth");
        var answer = page.QuerySelector(".answer")!.TextContent;

        Assert.Contains("are worth", answer, Ordinal);
        Assert.Contains("still to come", answer, Ordinal);
        Assert.Equal(
            ["Net revenue", "Cost of goods", "Fees and delivery", "Returns handling", "Cost to serve", "Marketing", "What is left", "Unused capacity"],
            page.QuerySelectorAll("figure[data-chart=waterfall] tbody th").Select(cell => cell.TextContent));
        Assert.NotNull(page.QuerySelector("figure[data-chart=periods] tr.so-far"));
        Assert.Equal("page", page.QuerySelector(".nav a[href='/worth']")!.GetAttribute("aria-current"));
        Assert.Equal("w", page.QuerySelector(".nav a[href='/worth']")!.GetAttribute("data-go"));
    }

    [Fact]
    public async Task Every_step_of_the_ladder_takes_exactly_what_it_says()
    {
        var page = await shop.GetAsync("/worth");
        var rows = page.QuerySelectorAll("figure[data-chart=waterfall] tbody tr")
            .Select(row => row.QuerySelectorAll("td").Select(cell => Number(cell.GetAttribute("data-value"))).ToArray()).ToList();

        for (var i = 1; i < rows.Count; i++)
            Assert.Equal(rows[i - 1][1] - (rows[i][0] ?? 0), rows[i][1]);
    }

    [Fact]
    public async Task Costs_show_capacity_in_words_and_what_each_figure_rests_on()
    {
        var page = await shop.GetAsync("/worth/costs");

        Assert.Contains("Serving customers cost", page.QuerySelector(".answer")!.TextContent, Ordinal);
        Assert.Contains("service desk", page.QuerySelector("section[aria-labelledby=pools] tbody")!.TextContent, Ordinal);
        Assert.Contains("4 + 3*lines", page.QuerySelector("section[aria-labelledby=activities] tbody")!.TextContent, Ordinal);
        Assert.Contains(page.QuerySelectorAll(".chip.mark"), chip => chip.GetAttribute("data-mark") == "estimated" && chip.GetAttribute("title")!.Length > 0);
    }

    [Fact]
    public async Task Costs_are_known_before_anybody_bought_and_pages_that_need_orders_say_so()
    {
        var costs = await shop.GetAsync("/worth/costs?as-of=2000-01-01");
        var worth = await shop.GetAsync("/worth?as-of=2000-01-01");

        Assert.NotNull(costs.QuerySelector("h1"));
        Assert.Contains("Nothing had been bought by 1\u00a0Jan\u00a02000", worth.QuerySelector(".empty")!.TextContent, Ordinal);
        Assert.NotNull(worth.QuerySelector(".empty a[href='/ledger/data']"));
        Assert.NotNull(worth.QuerySelector(".empty a[href='/ledger/facts']"));
    }

    [Fact]
    public async Task Each_loser_leads_to_their_page_to_a_what_if_and_to_an_exception()
    {
        var page = await shop.GetAsync("/worth/losers");
        var rows = page.QuerySelectorAll("section[aria-labelledby=losers] tbody tr").ToList();
        var kept = rows.Single(row => row.QuerySelector(".chip.kept") is not null);
        var key = Query(rows[0].QuerySelector("th a")!.GetAttribute("href")!)["key"];

        Assert.Equal($"/worth/what-if?customer={key}", rows[0].QuerySelector(".actions a")!.GetAttribute("href"));
        var form = await shop.GetAsync(rows[0].QuerySelectorAll(".actions a")[1].GetAttribute("href")!);
        Assert.Equal("exceptions", form.QuerySelector("#as option[selected]")!.GetAttribute("value"));
        Assert.Equal(key, form.QuerySelector("input[name='fact.customer']")!.GetAttribute("value"));
        Assert.Contains("kept: promising, Ada, review 1", kept.TextContent, Ordinal);
        Assert.Single(kept.QuerySelectorAll(".actions a"));
        Assert.NotNull(page.QuerySelector("a[href='/worth/what-if?tier=losing']"));
    }

    [Fact]
    public async Task The_list_of_losers_pages_and_its_files_hold_everybody()
    {
        var first = await shop.GetAsync("/worth/losers");
        var second = await shop.GetAsync("/worth/losers?page=2");
        var beyond = await shop.GetAsync("/worth/losers?page=99");
        var total = long.Parse(first.QuerySelector(".card-value")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(50, Rows(first));
        Assert.Equal(total - 50, Rows(second));
        Assert.Equal(Rows(second), Rows(beyond));
        Assert.Equal(total, await LinesAsync("/worth/losers.csv"));
        Assert.Equal(5, await LinesAsync("/worth/tiers.csv"));
        Assert.Equal(3, await LinesAsync("/worth/costs.csv"));
        Assert.Equal(2, await LinesAsync("/worth/pools.csv"));
        Assert.Equal(await LinesAsync("/worth/clv.csv") + 1, await LinesAsync("/worth/ladder.csv"));

        static int Rows(AngleSharp.Dom.IDocument page) =>
            page.QuerySelectorAll("section[aria-labelledby=losers] tbody tr").Length;
    }

    [Fact]
    public async Task The_file_of_ladders_sums_to_the_company()
    {
        var page = await shop.GetAsync("/worth");
        var lines = (await shop.Client.GetStringAsync("/worth/ladder.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var left = lines.Skip(1).Sum(line => Number(line.Split(',')[^1])!.Value);
        var shown = Number(page.QuerySelectorAll("figure[data-chart=waterfall] tbody tr")[6].QuerySelectorAll("td")[1].GetAttribute("data-value"));

        Assert.EndsWith(",after_marketing", lines[0], Ordinal);
        Assert.InRange(left - shown!.Value, -0.01m * lines.Length, 0.01m * lines.Length);   // each line is rounded
    }

    [Fact]
    public async Task A_what_if_can_be_taken_away_as_it_was_asked()
    {
        var page = await shop.GetAsync("/worth/what-if?action=reprice&prices=25&leave=10");
        var address = page.QuerySelector("#outcome a[data-export]")!.GetAttribute("href")!;
        var lines = (await shop.Client.GetStringAsync(address)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var answer = lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
        var shown = page.QuerySelector("#outcome tr.total td")!.GetAttribute("data-value")!;

        Assert.Equal(2, lines.Length);
        Assert.Equal(("reprice", "0.1"), (answer["action"], answer["leave_probability"]));
        Assert.Equal(Number(shown), Number(answer["change"]));
        Assert.NotNull(page.QuerySelector("#outcome a[href^='/ledger/customers?tier=losing']"));
        using var wrong = await shop.Client.GetAsync("/worth/what-if.csv?prices=lots");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.StartsWith("“Prices up by” is “lots”, but must be a number", await wrong.Content.ReadAsStringAsync(), Ordinal);
    }

    [Fact]
    public async Task Files_say_what_they_are_and_nothing_may_run_in_pages()
    {
        using var file = await shop.Client.GetAsync("/worth/clv.csv");
        using var page = await shop.Client.GetAsync("/worth/what-if");
        var markup = await page.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("clv-2026-10-30.csv", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), Ordinal);
        Assert.DoesNotContain("<script>", markup, Ordinal);
        Assert.DoesNotContain("onclick", markup, OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/worth/what-if?leave=200", "must be between 0 and 100 percent")]
    [InlineData("/worth/what-if?action=minimum_order&minimum=0", "must be above 0")]
    [InlineData("/worth/what-if?action=minimum_order&minimum=", "“Smallest order taken” is empty, but must be a number")]
    [InlineData("/worth/what-if?prices=-50", "must be between 0 and 1000 percent")]
    [InlineData("/worth/what-if?prices=10,5", "“Prices up by” is “10,5”, but must be a number")]
    [InlineData("/worth/what-if?tier=platinum", "“Whom” is “platinum”, but must be one of the choices")]
    [InlineData("/worth/what-if?action=bogus", "“What if we” is “bogus”")]
    [InlineData("/worth/what-if?customer=nobody-at-all", "nobody-at-all")]
    public async Task A_question_that_makes_no_sense_is_answered_in_place(string path, string said)
    {
        using var answer = await shop.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Ordinal);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), Ordinal);
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        var before = await shop.Client.GetStringAsync("/worth/clv.csv");
        foreach (var action in (string[])["reprice", "minimum_order", "self_service", "let_go"])
            Assert.Equal(HttpStatusCode.OK, (await shop.Client.GetAsync($"/worth/what-if?action={action}&leave=30")).StatusCode);

        Assert.Equal(before, await shop.Client.GetStringAsync("/worth/clv.csv"));
    }

    [Fact]
    public async Task A_customers_page_shows_what_is_left_what_they_are_worth_and_why_they_stay()
    {
        var page = await shop.GetAsync("/ledger/customer?key=C00007");
        var money = page.QuerySelector("section[aria-labelledby=left]")!;

        Assert.Contains("kept: promising, Ada", money.TextContent, Ordinal);
        Assert.Equal(7, money.QuerySelectorAll("figure[data-chart=waterfall] tbody tr").Length);
        Assert.Contains("Own lifetime value", money.TextContent, Ordinal);
        Assert.NotNull(money.QuerySelector("a[href='/worth/what-if?customer=C00007']"));
        Assert.Contains("residual purchases × expected spend", page.QuerySelector("details.why")!.TextContent, Ordinal);
    }

    [Fact]
    public async Task The_day_asked_for_stays_in_every_link()
    {
        var page = await shop.GetAsync("/worth/losers?as-of=2026-10-01");

        Assert.All(
            page.QuerySelectorAll(".tabs a, section[aria-labelledby=losers] th a, .pager a"),
            link => Assert.Contains("as-of=2026-10-01", link.GetAttribute("href"), Ordinal));
    }

    private async Task<int> LinesAsync(string path) =>
        (await shop.Client.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    private static decimal? Number(string? text) =>
        string.IsNullOrEmpty(text) ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static System.Collections.Specialized.NameValueCollection Query(string href) =>
        System.Web.HttpUtility.ParseQueryString(href[href.IndexOf('?', Ordinal)..]);
}
