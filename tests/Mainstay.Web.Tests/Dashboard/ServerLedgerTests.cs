using System.Net;
using Mainstay.Tests;

namespace Mainstay.Web.Tests.Dashboard;

public sealed class ServerLedgerTests
{
    [Fact]
    public async Task Every_page_works_on_a_server_and_a_lost_server_is_said_so()
    {
        using var server = PostgresServer.Start();
        await using var shop = new ServerDashboard(server);
        await shop.InitializeAsync();

        Assert.Contains("have earned us", (await shop.GetAsync("/")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        var list = await shop.GetAsync("/ledger/customers?sort=margin_to_date");
        Assert.Equal(50, list.QuerySelectorAll("tbody tr").Length);
        var customer = await shop.GetAsync(list.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Contains("order AO-", customer.QuerySelector("details.why")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await shop.GetAsync("/ledger/data")).QuerySelector("form[action$='/undo']"));
        using (var changed = await shop.PostAsync("/settings", "/settings", ("name", "discount_rate"), ("value", "0.12")))
            Assert.Contains("discount rate is set", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var look = await shop.UploadAsync("again.csv", await File.ReadAllBytesAsync(shop.OrderFile)))
            Assert.Contains("Import 0", await look.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        server.Kill();
        using var lost = await shop.Client.GetAsync("/ledger/customers");
        var said = await lost.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.StartsWith("The ledger's server: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Password, said, StringComparison.Ordinal);

        server.Restart();
        Assert.Equal(50, (await shop.GetAsync("/ledger/customers")).QuerySelectorAll("tbody tr").Length);
    }
}
