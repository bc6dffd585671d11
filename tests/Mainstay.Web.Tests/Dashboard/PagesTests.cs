using System.Net;
using System.Text;

namespace Mainstay.Web.Tests.Dashboard;

public sealed class PagesTests(DemoDashboard shop) : IClassFixture<DemoDashboard>
{
    [Fact]
    public async Task Home_answers_in_a_sentence_and_leads_to_the_customers_behind_a_tier()
    {
        var home = await shop.GetAsync("/");
        var losing = home.QuerySelectorAll("a").Single(link => link.GetAttribute("href") == "/ledger/customers?tier=losing");

        Assert.Contains("have earned us", home.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("losing", losing.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await shop.Client.GetAsync("/ledger/customers?tier=losing")).StatusCode);
    }

    [Fact]
    public async Task The_list_pages_on_the_server_and_its_csv_holds_everyone()
    {
        var first = await shop.GetAsync("/ledger/customers");
        var second = await shop.GetAsync("/ledger/customers?page=2");
        var csv = await shop.Client.GetStringAsync("/ledger/customers.csv");
        var said = first.QuerySelector("[data-export]")!.TextContent;
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(50, second.QuerySelectorAll("tbody tr").Length);
        Assert.NotEqual(first.QuerySelector("tbody th")!.TextContent, second.QuerySelector("tbody th")!.TextContent);
        Assert.InRange(rows, 140, 200);
        Assert.EndsWith($" {rows}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_a_search_and_an_order_narrow_and_turn_the_list()
    {
        var gold = await shop.GetAsync("/ledger/customers?tier=gold&sort=margin_to_date&order=asc");
        var nobody = await shop.GetAsync("/ledger/customers?q=no-such-person");

        Assert.All(gold.QuerySelectorAll("tbody tr"), row => Assert.Equal("gold", row.GetAttribute("data-tone")));
        Assert.Equal("ascending", gold.QuerySelectorAll("th[aria-sort]").Single().GetAttribute("aria-sort"));
        Assert.Contains("Nobody matches", nobody.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customers_value_opens_down_to_order_lines()
    {
        var list = await shop.GetAsync("/ledger/customers");
        var page = await shop.GetAsync(list.QuerySelector("tbody th a")!.GetAttribute("href")!);
        var tree = page.QuerySelector("details.why")!;

        Assert.StartsWith("What is ", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("lifetime value", tree.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("order AO-", tree.TextContent, StringComparison.Ordinal);
        Assert.Contains("residual purchases", tree.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#timeline ~ * tbody tr, section[aria-labelledby=timeline] tbody tr"));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/ledger/customer?key=nobody")]
    [InlineData("/ledger/data/uploads/00000000000000000000000000000000")]
    [InlineData("/ledger/data/uploads/..%2f..%2fmainstay.json")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        using var answer = await shop.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_is_changed_and_a_mistake_is_told_beside_what_was_typed()
    {
        using var changed = await shop.PostAsync("/settings", "/settings", ("name", "discount_rate"), ("value", "0.12"));
        using var wrong = await shop.PostAsync("/settings", "/settings", ("name", "currency"), ("value", "EURO<b>"));
        var page = await wrong.Content.ReadAsStringAsync();

        Assert.Contains("discount rate is set", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EURO<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_looked_at_imported_and_undone()
    {
        var orders = Encoding.UTF8.GetBytes("customer,date,amount\nnew-one,2026-10-01,12.50\nnew-one,2026-10-09,not money\n");
        using var look = await shop.UploadAsync("more orders.csv", orders);
        var address = look.RequestMessage!.RequestUri!.AbsolutePath;
        var page = await look.Content.ReadAsStringAsync();
        Assert.Contains("Looks like an order log, 3 columns", page, StringComparison.Ordinal);
        Assert.Equal(
            "\ufeffcustomer,date,amount,reject_row,reject_reason\r\n"
            + "new-one,2026-10-09,not money,3,\"column \"\"amount\"\": found \"\"not money\"\"; expected a number\"\r\n",
            Encoding.UTF8.GetString(await shop.Client.GetByteArrayAsync(address + "/errors.csv")));

        using var imported = await shop.PostAsync(address + "/import", address);
        Assert.Contains("is in. The figures follow", await imported.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await shop.Client.GetAsync("/ledger/customer?key=new-one")).StatusCode);

        var undo = (await shop.GetAsync("/ledger/data")).QuerySelector("form[action$='/undo']")!.GetAttribute("action")!;
        using var undone = await shop.PostAsync(undo, "/ledger/data");
        Assert.Contains("is undone", await undone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Client.GetAsync("/ledger/customer?key=new-one")).StatusCode);
    }

    [Fact]
    public async Task The_same_file_again_offers_nothing_to_import()
    {
        using var look = await shop.UploadAsync("again.csv", await File.ReadAllBytesAsync(shop.OrderFile));

        Assert.Contains("Import 0", await look.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_explained_in_four_parts()
    {
        using var look = await shop.UploadAsync("picture.csv", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 0, 0]);
        var page = await look.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, look.StatusCode);
        Assert.Contains("It cannot be read as it is", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Mainstay.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("incoming", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_a_person_can_say_is_asked_for_in_the_form()
    {
        using var look = await shop.UploadAsync("two ways.csv", "who,date,amount\nann,2026-10-01,12.50\n"u8.ToArray());
        Assert.Contains("Say so in the form below", await look.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var answered = await shop.GetAsync(look.RequestMessage!.RequestUri!.AbsolutePath + "?map.customer=who&decimal-comma=no");

        Assert.Contains("Looks like an order log", answered.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no", answered.QuerySelector("#decimal-comma option[selected]")!.GetAttribute("value"));
    }
}
