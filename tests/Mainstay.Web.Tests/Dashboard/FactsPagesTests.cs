using System.Net;
using AngleSharp.Html.Parser;
using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Web.Tests.Dashboard;

/// <summary>Facts beside orders: dropped as files, and entered by hand.</summary>
public sealed class FactsPagesTests(DemoDashboard shop) : IClassFixture<DemoDashboard>
{
    public static TheoryData<string> Words => [.. FactShapes.All.Select(shape => shape.Word)];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Every_kind_of_fact_has_a_form_whose_fields_are_named_and_explained(string word)
    {
        var page = await shop.GetAsync($"/ledger/facts?as={word}");
        var inputs = page.QuerySelectorAll("form[action^='/ledger/facts/'] [name^='fact.']");

        Assert.NotEmpty(inputs);
        Assert.All(inputs, input =>
        {
            Assert.NotNull(page.QuerySelector($"label[for='{input.Id}']"));
            Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
        });
    }

    [Fact]
    public async Task A_fact_entered_by_hand_is_an_import_of_its_own_that_can_be_undone()
    {
        using var added = await shop.PostAsync("/ledger/facts/rates", "/ledger/facts?as=rates",
            ("fact.activity", "support"), ("fact.rate", "7,50"), ("fact.mark", "estimated"));
        var page = await new HtmlParser().ParseDocumentAsync(await added.Content.ReadAsStringAsync());
        var number = page.QuerySelector("[role=status]")!.TextContent.Split("import ")[1].Split('.')[0];
        var data = await shop.GetAsync("/ledger/data");
        var row = data.QuerySelectorAll("tbody tr")[0];

        Assert.Contains("entered in the dashboard", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"form[action='/ledger/data/imports/{number}/undo']"));
        using var undone = await shop.PostAsync($"/ledger/data/imports/{number}/undo", "/ledger/data");
        Assert.Contains($"Import {number} is undone", await undone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_the_ledger_does_not_know_is_taken_in_and_pointed_out()
    {
        using var added = await shop.PostAsync("/ledger/facts/activities", "/ledger/facts?as=activities",
            ("fact.activity", "support"), ("fact.date", "2024-05-02"), ("fact.customer", "Nobody <b>"));
        var page = await new HtmlParser().ParseDocumentAsync(await added.Content.ReadAsStringAsync());
        var said = page.QuerySelectorAll("[role=status]").Select(notice => notice.TextContent).ToList();
        Assert.Contains(said, notice => notice.StartsWith("One person is new to the ledger: Nobody <b>.", StringComparison.Ordinal));

        var number = said[0].Split("import ")[1].Split('.')[0];
        using var undone = await shop.PostAsync($"/ledger/data/imports/{number}/undo", "/ledger/data");
    }

    [Fact]
    public async Task What_is_wrong_with_a_fact_stands_beside_its_field_and_what_was_entered_stays()
    {
        using var refused = await shop.PostAsync("/ledger/facts/pools", "/ledger/facts?as=pools",
            ("fact.pool", "Depot <b>"), ("fact.cost", "many"), ("fact.capacity_minutes", ""));
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());

        Assert.Equal("Depot <b>", page.GetElementById("fact-pool")!.GetAttribute("value"));
        Assert.Equal("Expected a number, 0 or more.", page.GetElementById("fact-cost-fault")!.TextContent);
        Assert.Equal("Expected a number, 0 or more.", page.GetElementById("fact-capacity_minutes-fault")!.TextContent);
        Assert.Equal("true", page.GetElementById("fact-cost")!.GetAttribute("aria-invalid"));
        Assert.Null(page.GetElementById("fact-pool-fault"));
    }

    [Fact]
    public async Task What_cannot_have_happened_yet_is_refused_as_a_whole()
    {
        using var refused = await shop.PostAsync("/ledger/facts/activities", "/ledger/facts",
            ("fact.date", "2199-01-01"), ("fact.activity", "support"), ("fact.quantity", "1"));

        Assert.Contains("is after today", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_of_no_kind_we_know_is_not_found()
    {
        using var answer = await shop.PostAsync("/ledger/facts/rumours", "/ledger/facts", ("fact.activity", "x"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_of_facts_is_shown_and_taken_in_like_a_file_of_orders()
    {
        using var look = await shop.UploadAsync(
            "times.csv", "activity,pool,unit_minutes\nsupport,Desk,8\nrework,Desk,x\n"u8.ToArray());
        var page = await new HtmlParser().ParseDocumentAsync(await look.Content.ReadAsStringAsync());

        Assert.Contains("a file of unit times", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("unit minutes", page.QuerySelector("#rows ~ *, section[aria-labelledby=rows]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("select[name='map.unit_minutes']"));
        var address = look.RequestMessage!.RequestUri!.AbsolutePath;
        using var done = await shop.PostAsync($"{address}/import", address);
        Assert.Contains("is in. The figures follow it", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_be_either_is_asked_about_and_the_answer_is_taken()
    {
        using var look = await shop.UploadAsync(
            "open items.csv", "customer,date,amount,due,paid\nann,2026-01-01,10,2026-02-01,\n"u8.ToArray());
        Assert.Contains("may be a file of payments or an order log", await look.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await shop.GetAsync($"{look.RequestMessage!.RequestUri!.AbsolutePath}?as=payments");

        Assert.Contains("a file of payments", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
    }
}
