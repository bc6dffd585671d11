using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Ledger;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WorkspaceTests() => _folder.File("orders.csv", Orders.TwentyFour);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dry_run_shows_what_would_happen_and_changes_nothing()
    {
        var run = await RunAsync("import", "orders.csv", "--dry-run");

        Assert.Equal(0, run.Code);
        Golden.Match(run.Out, "cli/import-dry-run.txt");
        Assert.Equal(0, (await JsonAsync("status")).GetProperty("orders").GetInt64());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var first = (await JsonAsync("import", "orders.csv")).GetProperty("imports")[0];
        var again = (await JsonAsync("import", "orders.csv")).GetProperty("imports")[0];

        Assert.Equal(45, first.GetProperty("created").GetInt64());
        Assert.Equal(0, again.GetProperty("created").GetInt64() + again.GetProperty("updated").GetInt64());
        Assert.Equal(45, again.GetProperty("skipped").GetInt64());
    }

    [Fact]
    public async Task Orders_and_facts_are_taken_in_by_one_line_in_the_order_given()
    {
        _folder.File("rates.csv", "what,how much\nsupport,6.50\n");
        _folder.File("pools.csv", "pool,cost,capacity_minutes\nDesk,100,200\n");
        var asked = await RunAsync(
            "import", "rates.csv", "--as", "rates", "--map", "activity=what", "--map", "rate=how much");
        var run = await JsonAsync("import", "pools.csv", "orders.csv", "pools.csv");
        var csv = await RunAsync("import", "pools.csv", "--dry-run", "--format", "csv");

        Assert.Equal(0, asked.Code);
        Assert.Equal(
            [(1, 0, 0), (45, 0, 0), (0, 0, 1)],
            run.GetProperty("imports").EnumerateArray().Select(import => (
                import.GetProperty("created").GetInt32(), import.GetProperty("updated").GetInt32(),
                import.GetProperty("skipped").GetInt32())));
        Assert.Equal(2, (await JsonAsync("status")).GetProperty("facts").GetInt64());
        Assert.Contains("pool=pool; cost=cost; capacity_minutes=capacity_minutes", csv.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_import_is_as_if_it_had_never_come()
    {
        await RunAsync("import", "orders.csv");
        var undone = await RunAsync("imports", "undo", "1");

        Assert.Equal(0, undone.Code);
        Assert.Equal(0, (await JsonAsync("status")).GetProperty("orders").GetInt64());
        Assert.Contains("undone", (await RunAsync("imports")).Out, StringComparison.Ordinal);
        var again = await RunAsync("imports", "undo", "1");
        Assert.Equal(2, again.Code);
        Assert.Contains("already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_refused_end_in_1_and_stand_beside_the_file_with_their_reasons()
    {
        _folder.File("bad.csv", "customer,date,amount\nann,2024-01-02,10\nbob,some day,11\n");

        var run = await RunAsync("import", "bad.csv");

        Assert.Equal(1, run.Code);
        var errors = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "bad.errors.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("some day", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_listed_with_their_meaning_and_survive_being_set()
    {
        Golden.Match((await RunAsync("settings")).Out, "cli/settings.txt");

        Assert.Equal(0, (await RunAsync("settings", "set", "margin_rate", "0.35")).Code);

        Assert.Equal("0.35\n", (await RunAsync("settings", "get", "margin_rate")).Out);
        var wrong = await RunAsync("settings", "set", "margin_rte", "0.35");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("Did you mean margin_rate?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_changes_what_the_ledger_answers()
    {
        await RunAsync("import", "orders.csv");
        var before = (await JsonAsync("customers", "--limit", "1")).GetProperty("customers")[0].GetProperty("margin_to_date").GetDecimal();

        await RunAsync("settings", "set", "margin_rate", "0.6");

        var after = (await JsonAsync("customers", "--limit", "1")).GetProperty("customers")[0].GetProperty("margin_to_date").GetDecimal();
        Assert.Equal(2 * before, after);
    }

    [Fact]
    public async Task Customers_are_searched_filtered_and_sorted()
    {
        await RunAsync("import", "orders.csv");

        Golden.Match((await RunAsync("customers", "--limit", "3", "--sort", "margin_to_date")).Out, "cli/customers.txt");
        Assert.Equal(1, (await JsonAsync("customers", "c21")).GetProperty("total").GetInt64());
        Assert.Equal(1, (await JsonAsync("customers", "--tier", "gold")).GetProperty("total").GetInt64());
        var csv = await RunAsync("customers", "--limit", "3", "--format", "csv");
        Assert.Equal(1 + 24, csv.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task One_customer_is_shown_with_their_story()
    {
        await RunAsync("import", "orders.csv");

        var run = await RunAsync("customer", "c00");

        Assert.Equal(0, run.Code);
        Assert.Contains("refund", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("customer", "nobody")).Code);
    }

    [Fact]
    public async Task Every_sum_of_an_explanation_is_the_sum_of_its_parts()
    {
        await RunAsync("import", "orders.csv");

        var why = await JsonAsync("explain", "c00");

        Assert.Equal("lifetime_value", why.GetProperty("name").GetString());
        AssertSums(why);
    }

    [Fact]
    public async Task Report_and_export_write_whole_files()
    {
        await RunAsync("import", "orders.csv");

        Assert.Equal(0, (await RunAsync("report", "--out", "worth.html")).Code);
        Assert.Equal(0, (await RunAsync("export", "customers", "--out", "all.csv")).Code);

        Assert.StartsWith("<!DOCTYPE html>", await ReadAsync("worth.html"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((await RunAsync("customers", "--format", "csv")).Out, await ReadAsync("all.csv"));
    }

    [Fact]
    public async Task Doctor_finds_a_sound_workspace_sound_and_a_broken_one_broken()
    {
        await RunAsync("import", "orders.csv");
        Assert.Equal(0, (await RunAsync("doctor")).Code);

        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "mainstay-data", "mainstay.duckdb"), "not a ledger", TestContext.Current.CancellationToken);

        var sick = await RunAsync("doctor");
        Assert.Equal(3, sick.Code);
        Assert.DoesNotContain(" at Mainstay.", sick.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("customers")]
    [InlineData("explain", "ann")]
    [InlineData("report", "--out", "worth.html")]
    public async Task Without_a_ledger_a_command_says_how_to_get_one(params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.Contains("there is no ledger in this workspace yet", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "mainstay-data")));
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.In(_folder.Path, args);

    private async Task<JsonElement> JsonAsync(params string[] args)
    {
        var run = await RunAsync([.. args, "--format", "json"]);
        Assert.True(run.Code == 0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(_folder.Path, name), TestContext.Current.CancellationToken);

    private static void AssertSums(JsonElement node)
    {
        var children = node.GetProperty("children").EnumerateArray().ToArray();
        if (node.GetProperty("formula").GetString() == "sum")
            Assert.Equal(node.GetProperty("value").GetDecimal(),
                children.Sum(child => child.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : 0));
        foreach (var child in children)
            AssertSums(child);
    }
}
