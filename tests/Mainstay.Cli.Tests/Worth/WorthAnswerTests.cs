using System.Text;
using System.Text.Json;
using Mainstay.Cli.Terminal;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>The commands of worth over a small shop of which everything is known.</summary>
public sealed class WorthAnswerTests(ServedShop shop) : IClassFixture<ServedShop>
{
    [Fact]
    public async Task The_shapes_of_the_json_are_a_contract()
    {
        var shapes = new StringBuilder();
        foreach (var line in (string[])[
            "worth", "worth tiers", "worth costs", "worth losers", "worth clv", "worth ladder --by quarter --by-customer",
            "worth what-if reprice --by 0.10 --leave 0.2"])
        {
            using var answer = await Json(line);
            shapes.Append("$ mainstay ").Append(line).Append('\n').Append(JsonShape.Of(answer.RootElement)).Append('\n');
        }

        Golden.Match(shapes.ToString(), "cli/worth/shapes.txt");
    }

    [Fact]
    public async Task Customers_and_nobody_sum_to_every_step_of_the_ladder()
    {
        using var ladder = await Json("worth ladder --by-customer --by month");
        var root = ladder.RootElement;

        Assert.Equal(60, root.GetProperty("by_customer").GetArrayLength());
        foreach (var step in root.GetProperty("steps").EnumerateArray())
        {
            var name = step.GetProperty("name").GetString()!;
            var customers = root.GetProperty("by_customer").EnumerateArray().Sum(one => one.GetProperty(name).GetDecimal());
            var unassigned = root.GetProperty("unassigned").GetProperty(name).GetDecimal();
            var months = root.GetProperty("by_period").EnumerateArray().SelectMany(one => one.GetProperty("steps").EnumerateArray())
                .Where(one => one.GetProperty("name").GetString() == name).Sum(one => one.GetProperty("amount").GetDecimal());
            Assert.Equal(step.GetProperty("amount").GetDecimal(), customers + unassigned);
            Assert.Equal(step.GetProperty("amount").GetDecimal(), months);
        }
    }

    [Fact]
    public async Task A_limit_names_fewer_and_counts_all()
    {
        using var two = await Json("worth clv --limit 2");
        var table = await CommandRun.In(shop.Folder, "worth", "clv");
        var csv = await CommandRun.In(shop.Folder, "worth", "clv", "--format", "csv");

        Assert.Equal(2, two.RootElement.GetProperty("customers").GetArrayLength());
        Assert.Equal(60, two.RootElement.GetProperty("customers_total").GetInt64());
        Assert.Contains("20 of 60 customers; --limit 60 shows more", table.Out, StringComparison.Ordinal);
        Assert.All(table.Out.Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 80));
        Assert.Equal(61, csv.Out.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task An_exception_takes_a_customer_off_the_list_and_not_off_the_curve()
    {
        var losers = await CommandRun.In(shop.Folder, "worth", "losers");
        using var tier = await Json("worth what-if reprice");
        using var all = await Json("worth what-if reprice --with-exceptions");
        var kept = await CommandRun.In(shop.Folder, "worth", "what-if", "let-go", "--customer", "c03");

        Assert.Contains("* c03", losers.Out, StringComparison.Ordinal);
        Assert.Contains("prestige, decided by Ann, to be looked at again on 2030-12-31", losers.Out, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Long(tier, "customers"), Long(tier, "excepted")));
        Assert.Equal((2, 0), (Long(all, "customers"), Long(all, "excepted")));
        Assert.StartsWith("The one customer meant stays by an exception", kept.Out, StringComparison.Ordinal);

        static long Long(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetInt64();
    }

    [Fact]
    public async Task Prices_times_a_rise_is_what_it_brings_if_all_stay()
    {
        using var losers = await Json("worth losers");
        using var answer = await Json("worth what-if reprice --by 0.25 --customer c04");

        var revenue = losers.RootElement.GetProperty("customers").EnumerateArray()
            .Single(one => one.GetProperty("customer").GetString() == "c04").GetProperty("net_revenue").GetDecimal();
        Assert.Equal(revenue * 0.25m, answer.RootElement.GetProperty("change_if_all_stay").GetDecimal());
        Assert.Equal(revenue * 0.25m, answer.RootElement.GetProperty("change").GetDecimal());
    }

    [Theory]
    [InlineData("worth what-if reprice --customer c4", "expected: c40, perhaps")]
    [InlineData("worth what-if reprice --customer c03 --tier gold", "a tier and customers cannot both be meant")]
    [InlineData("explain c444", "expected: c44, perhaps")]
    public async Task A_customer_nobody_knows_is_refused_with_the_nearest_one(string line, string said)
    {
        var run = await CommandRun.In(shop.Folder, line.Split(' '));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_alone_are_enough_for_all_but_costs()
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", Orders.TwentyFour);
        Assert.Equal(0, (await CommandRun.In(folder.Path, "import", "orders.csv")).Code);
        foreach (var command in (string[])["tiers", "losers", "clv", "ladder"])
        {
            var run = await CommandRun.In(folder.Path, "worth", command);
            Assert.Equal((0, ""), (run.Code, run.Error));
        }

        var losers = await CommandRun.In(folder.Path, "worth", "losers");
        Assert.StartsWith("Nobody costs us money, as of 2024-10-03.", losers.Out, StringComparison.Ordinal);
        var costs = await CommandRun.In(folder.Path, "worth", "costs");
        Assert.StartsWith("Nothing is known of what serving customers costs", costs.Out, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> Json(string line)
    {
        var run = await CommandRun.In(shop.Folder, [.. line.Split(' '), "--format", "json"]);
        Assert.True(run.Code == 0, run.Error);
        return JsonDocument.Parse(run.Out);
    }
}
