using System.Net;

namespace Mainstay.Web.Tests.Dashboard;

/// <summary>What a business sees before its first order: on every page what will be there, and the way to it.</summary>
public class EmptyPagesTests(EmptyDashboard shop) : IClassFixture<EmptyDashboard>
{
    private static readonly string[] s_pages =
    [
        "/", "/ledger/customers", "/ledger/data", "/ledger/facts", "/settings", "/worth", "/worth/costs", "/worth/losers",
        "/worth/gold", "/worth/what-if",
    ];

    [Fact]
    public async Task Every_page_of_an_empty_ledger_and_of_one_with_costs_alone_says_what_is_missing()
    {
        foreach (var path in s_pages)
            await SeeAsync(path);
        Assert.Contains("Nothing has been imported yet", (await shop.GetAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No work is recorded yet", (await shop.GetAsync("/worth/costs")).Body!.TextContent, StringComparison.Ordinal);

        using var added = await shop.PostAsync("/ledger/facts/activities", "/ledger/facts?as=activities",
            ("fact.activity", "support"), ("fact.date", "2024-05-02"), ("fact.customer", "C1"), ("fact.minutes", "30"));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        foreach (var path in s_pages)
            await SeeAsync(path);
        Assert.Contains("orders are missing", (await shop.GetAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("support", (await shop.GetAsync("/worth/costs")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task SeeAsync(string path)
    {
        using var answer = await shop.Client.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.NotNull((await shop.GetAsync(path)).QuerySelector("h1"));
    }
}
