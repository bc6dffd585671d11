using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Worth;
using static System.StringComparison;

namespace Mainstay.Web.Tests.Report;

public sealed class ReportTests
{
    public static TheoryData<string> Every => ["shop", "empty", "loss", "hostile"];

    [Theory, MemberData(nameof(Every))]
    public async Task Headings_begin_with_the_question_and_skip_no_level(string name)
    {
        var report = await ParseAsync(Named(name));

        var headings = report.QuerySelectorAll("h1, h2, h3, h4, h5, h6");
        var levels = headings.Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task Every_reference_inside_the_file_finds_its_target(string name)
    {
        var report = await ParseAsync(Named(name));

        var ids = report.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        var references = Attributes(report, "popovertarget")
            .Concat(Attributes(report, "aria-labelledby"))
            .Concat(Attributes(report, "href").Where(href => href.StartsWith('#')).Select(href => href[1..]));

        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(references, reference => Assert.Contains(reference, ids));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task Nothing_is_fetched_from_elsewhere(string name)
    {
        var report = await ParseAsync(Named(name));

        string[] fetching = ["src", "href", "action", "data", "srcset", "poster"];
        var addresses = fetching.SelectMany(name => Attributes(report, name));

        Assert.All(addresses, address => Assert.Matches("^(#|data:,)", address));
        Assert.DoesNotContain("url(", report.QuerySelector("style")!.TextContent, Ordinal);
    }

    [Fact]
    public async Task The_policy_names_exactly_the_script_and_the_style_it_carries()
    {
        var report = await ParseAsync(SampleAnalysis.Shop);

        var policy = report.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var script = Assert.Single(report.QuerySelectorAll("script"));
        var style = Assert.Single(report.QuerySelectorAll("style"));

        Assert.StartsWith("default-src 'none'; ", policy, Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(script.TextContent)}';", policy, Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(style.TextContent)}';", policy, Ordinal);
    }

    [Fact]
    public async Task The_answer_stands_first_and_says_what_it_does_not_know()
    {
        var report = await ParseAsync(SampleAnalysis.Shop);

        var answer = Text(report.QuerySelector("main .answer")!);

        Assert.Matches("^4,012 customers have earned us ≈.*EUR [0-9,]+ so far "
            + "and should bring ≈.*EUR 286,034 more \\(EUR 244,103–EUR 331,870 with 90 % probability\\); "
            + "the best 5 % made [0-9]+ % of it, and [0-9]+ customers cost us EUR [0-9,]+\\.$", answer);
    }

    [Fact]
    public async Task Each_chart_carries_the_numbers_it_is_drawn_from()
    {
        var shop = SampleAnalysis.Shop;
        var report = await ParseAsync(shop);

        var charts = report.QuerySelectorAll("figure[data-chart]");

        Assert.Equal(["whale", "months", "histogram", "histogram"], Attributes(report, "data-chart"));
        Assert.All(charts, chart => Assert.NotEqual("", Text(chart.QuerySelector("figcaption")!)));
        Assert.All(charts, chart => Assert.NotNull(chart.QuerySelector(".plot")!.GetAttribute("aria-label")));
        Assert.Equal(shop.Months.Select(month => month.NetRevenue), Column(charts[1], 0).Select(Money));
        Assert.Equal(shop.Months.Select(month => month.ActiveCustomers), Column(charts[1], 1).Select(long.Parse));
        Assert.Equal(shop.FrequencyHistogram.Select(bin => bin.Actual), Column(charts[2], 0).Select(long.Parse));
        Assert.Equal(shop.ResidualHistogram.Select(bin => bin.Customers), Column(charts[3], 0).Select(long.Parse));
    }

    [Fact]
    public async Task The_whale_curve_is_thinned_but_keeps_its_ends_its_peak_and_the_tiers()
    {
        var shop = SampleAnalysis.Shop;
        var whale = (await ParseAsync(shop)).QuerySelector("figure[data-chart='whale']")!;

        var shown = Column(whale, 0).Select(Money).ToList();

        Assert.InRange(shown.Count, 50, 125);
        Assert.Equal(0, shown[0]);
        Assert.Equal(shop.Whale.TotalProfit, shown[^1]);
        Assert.Contains(shop.Whale.Points.Max(point => point.CumulativeProfit), shown);
        var named = Attributes(whale, "data-mark").Select(mark => mark.Split(' ')[0]);
        Assert.Equal(["gold", "strong", "steady", "peak"], named);
    }

    [Fact]
    public async Task The_month_that_is_not_over_says_so()
    {
        var report = await ParseAsync(SampleAnalysis.Shop);

        var open = Assert.Single(report.QuerySelectorAll("figure[data-chart='months'] tr.so-far"));

        Assert.Equal("Nov 2026 so far", Text(open.QuerySelector("th")!));
    }

    [Fact]
    public async Task Months_of_a_cohort_that_are_not_over_are_blank_not_zero()
    {
        var report = await ParseAsync(SampleAnalysis.Shop);

        var rows = report.QuerySelectorAll("table.cohorts tbody tr:not(.total)");

        Assert.Equal("100", Text(rows[^1].QuerySelectorAll("td")[1]));
        Assert.All(rows[^1].QuerySelectorAll("td").Skip(2), cell => Assert.Equal("", Text(cell)));
    }

    [Fact]
    public async Task Without_a_customer_it_says_so_and_shows_no_zero_in_place_of_a_figure()
    {
        var report = await ParseAsync(SampleAnalysis.Empty);

        Assert.Equal("Nobody has bought yet as of 20 Nov 2026, so there is nothing to value.", Answer(report));
        Assert.Empty(report.QuerySelectorAll("figure[data-chart]"));
        Assert.Empty(report.QuerySelectorAll(".card"));
        Assert.Equal("No purchase on or before 20 Nov 2026.", Text(report.QuerySelector(".answer + p")!));
    }

    [Fact]
    public async Task Without_profit_the_whale_curve_is_in_money_and_says_why()
    {
        var whale = (await ParseAsync(SampleAnalysis.LossMaking)).QuerySelector("figure[data-chart='whale']")!;

        Assert.Equal("money", whale.GetAttribute("data-measure"));
        Assert.Equal("Shown in money: total profit is not positive.", Text(whale.QuerySelector("figcaption")!));
        Assert.Equal([0m, 500m, 800m, 300m, -4_200m], Column(whale, 0).Select(Money));
    }

    [Fact]
    public async Task A_refused_model_says_why_and_leaves_a_dash_not_a_zero()
    {
        var report = await ParseAsync(SampleAnalysis.LossMaking);

        var missing = report.QuerySelectorAll(".card .missing");

        Assert.Equal(2, missing.Length);
        Assert.All(missing, figure => Assert.Equal("—none: too few customers came back to fit a model", Text(figure)));
    }

    [Fact]
    public async Task A_loss_is_told_as_a_loss_in_whole_yen()
    {
        var report = await ParseAsync(SampleAnalysis.LossMaking);

        Assert.StartsWith("7 customers have cost us ≈", Answer(report), Ordinal);
        Assert.EndsWith("4,200 so far; what they will still bring could not be estimated.", Answer(report), Ordinal);
    }

    [Fact]
    public async Task Text_from_a_file_cannot_become_markup()
    {
        var report = await ParseAsync(SampleAnalysis.Hostile);

        Assert.Single(report.QuerySelectorAll("script"));
        Assert.Empty(report.QuerySelectorAll("img"));
        Assert.Contains("</title><script>alert('x')</script>", report.Title, Ordinal);
    }

    [Fact]
    public async Task Every_figure_with_an_info_mark_is_defined_at_the_end_in_the_same_words()
    {
        var report = await ParseAsync(SampleAnalysis.Shop);

        var marks = report.QuerySelectorAll(".definition-pop");

        Assert.True(marks.Length >= 4);
        Assert.All(marks, mark =>
        {
            var entry = report.GetElementById("def-" + mark.Id!["about-".Length..])!;
            Assert.EndsWith(Text(entry.QuerySelector("dd")!), Text(mark), Ordinal);
        });
    }

    [Fact]
    public async Task Numbers_follow_the_business_locale()
    {
        var text = await ReportFile.TextAsync(SampleAnalysis.Shop, "de");
        var report = await new HtmlParser().ParseDocumentAsync(text);

        Assert.Equal("de", report.DocumentElement.GetAttribute("lang"));
        Assert.Contains("EUR 286.034", Text(report.QuerySelector(".answer")!), Ordinal);
    }

    [Fact]
    public async Task The_file_is_small_enough_to_mail()
    {
        var text = await ReportFile.TextAsync(SampleAnalysis.Shop);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 300_000, 900_000);
    }

    private static AnalysisDocument Named(string name) => name switch
    {
        "shop" => SampleAnalysis.Shop,
        "empty" => SampleAnalysis.Empty,
        "loss" => SampleAnalysis.LossMaking,
        _ => SampleAnalysis.Hostile,
    };

    private static async Task<IHtmlDocument> ParseAsync(AnalysisDocument document) =>
        await new HtmlParser().ParseDocumentAsync(await ReportFile.TextAsync(document));

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Text as a reader sees it: runs of white space are one space.</summary>
    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Answer(IHtmlDocument report) => Text(report.QuerySelector(".answer")!);

    private static IEnumerable<string> Attributes(IParentNode within, string name) =>
        within.QuerySelectorAll($"[{name}]").Select(element => element.GetAttribute(name)!);

    private static IEnumerable<string> Column(IElement chart, int index) =>
        chart.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[index].GetAttribute("data-value")!);

    private static decimal Money(string raw) => decimal.Parse(raw, CultureInfo.InvariantCulture);
}
