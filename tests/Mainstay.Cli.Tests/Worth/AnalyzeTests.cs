using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Worth;

public sealed class AnalyzeTests
{
    [Fact]
    public async Task The_cdnow_sample_gives_the_published_figures_by_their_contract_names()
    {
        var sample = Golden.SharedData("cdnow_sample.csv");

        var run = await CommandRun.Of("analyze", sample, "--as-of", "1997-09-30", "--model", "bg-nbd", "--format", "json");

        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        Assert.Equal(2357, root.GetProperty("customers").GetInt64());
        Assert.Equal(2457, root.GetProperty("repeat_purchases").GetInt64());
        Assert.Equal("1997-09-30", root.GetProperty("as_of").GetString());
        var attrition = root.GetProperty("models").GetProperty("attrition");
        Assert.Equal("bg-nbd", attrition.GetProperty("model").GetString());
        Assert.Equal("week", attrition.GetProperty("period").GetString());
        Assert.Equal(1016, attrition.GetProperty("distinct_rows").GetInt32());
        Assert.True(attrition.GetProperty("converged").GetBoolean());
        Assert.Equal(0, attrition.GetProperty("diagnosis").GetArrayLength());
        Assert.Equal(-9582.429, attrition.GetProperty("log_likelihood").GetDouble(), tolerance: 5e-4);
        AssertParameters(attrition, 5e-5, ("r", .2426), ("alpha", 4.4136), ("a", .7929), ("b", 2.4259));
        var spend = root.GetProperty("models").GetProperty("spend");
        Assert.Equal("gamma-gamma", spend.GetProperty("model").GetString());
        Assert.Equal(946, spend.GetProperty("customers").GetInt64());
        Assert.Equal(-4055.918, spend.GetProperty("log_likelihood").GetDouble(), tolerance: 5e-4);
        AssertParameters(spend, 5e-3, ("p", 6.25), ("q", 3.74), ("gamma", 15.44));
        Assert.Equal(0m, root.GetProperty("reconciliation").GetProperty("difference").GetDecimal());
    }

    [Fact]
    public async Task The_shape_of_the_json_is_a_contract()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("orders.csv", Orders.TwentyFour), "--format", "json");

        using var document = JsonDocument.Parse(run.Out);
        Golden.Match(JsonShape.Of(document.RootElement), "cli/analyze.shape.txt");
    }

    [Fact]
    public async Task A_person_reads_the_answer_first_within_80_columns()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("orders.csv", Orders.TwentyFour), "--currency", "EUR");

        Assert.Equal(0, run.Code);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Golden.Match(run.Out, "cli/analyze.txt");
    }

    [Fact]
    public async Task Csv_has_one_line_per_customer_under_the_contract_s_header()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("orders.csv", Orders.TwentyFour), "--format", "csv");

        var lines = run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("customer,currency,stage,state,tier,frequency,recency,t,monetary_value,p_alive,p_alive_model,"
            + "expected_purchases_12m,margin_to_date,residual_value,residual_low,residual_high,lifetime_value", lines[0]);
        Assert.Equal(1 + 24, lines.Length);
        Assert.All(lines, line => Assert.Equal(17, line.Split(',').Length));
    }

    [Fact]
    public async Task The_report_is_one_html_file_written_whole()
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", Orders.TwentyFour);
        var run = await CommandRun.In(folder.Path, "analyze", "orders.csv", "--report", "worth.html");

        Assert.Equal(0, run.Code);
        Assert.Contains("worth.html", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Path.Combine(folder.Path, "worth.html"), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task Rejected_rows_end_in_1_and_go_to_the_error_file_with_their_reasons()
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", Orders.TwentyFour + "zoe,some day,12.50\n");
        var run = await CommandRun.In(folder.Path, "analyze", "orders.csv", "--errors", "errors.csv", "--format", "json");

        Assert.Equal(1, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(1, document.RootElement.GetProperty("quality").GetProperty("rejected_rows").GetInt64());
        var errors = await File.ReadAllTextAsync(Path.Combine(folder.Path, "errors.csv"), TestContext.Current.CancellationToken);
        var lines = errors.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("customer,date,amount,reject_row,reject_reason", lines[0]);
        Assert.StartsWith("zoe,some day,12.50,47,", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("folder")]
    [InlineData("binary")]
    [InlineData("header only")]
    [InlineData("ambiguous date")]
    [InlineData("no customer column")]
    [InlineData("unwritable report")]
    public async Task What_cannot_be_read_is_said_in_words_and_ends_in_2(string kind)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(folder.Path, BrokenInput.Args(kind, folder));

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
        Assert.DoesNotContain(" at Mainstay.", run.Said, StringComparison.Ordinal);
        Golden.Match(run.Error.Replace(folder.Path, "…", StringComparison.Ordinal), $"cli/errors/{kind.Replace(' ', '-')}.txt");
    }

    [Fact]
    public async Task A_file_of_facts_is_called_by_its_name_and_where_it_belongs()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("pools.csv", "pool,cost,minutes\ndesk,1000,2000\n"));

        Assert.Equal(2, run.Code);
        Assert.Contains("found:    a file of resource pools", run.Error, StringComparison.Ordinal);
        Assert.Contains("mainstay import", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_customer_is_answered_and_what_is_unknown_is_not_a_zero()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("one.csv", "customer,date,amount\nann,2024-01-02,10\n"));

        Assert.Equal(0, run.Code);
        Assert.StartsWith("1 customer has earned us ≈ 3.00 so far; what they will still bring could not be estimated.",
            run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var toCome = run.Out.Split('\n').Single(line => line.StartsWith("margin to come", StringComparison.Ordinal));
        Assert.Contains("—", toCome, StringComparison.Ordinal);
        Assert.DoesNotContain("0", toCome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_may_say_which_mark_is_the_decimal_one_and_how_the_file_is_encoded()
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", [.. "customer;date;amount\n"u8, (byte)'J', 0xF8, .. "rn;2024-01-02;1,200\n"u8]);

        var run = await CommandRun.In(folder.Path, "analyze", "orders.csv", "--decimal-comma", "yes",
            "--encoding", "windows-1252", "--margin-rate", "1", "--format", "csv");

        Assert.True(run.Code == 0, run.Error);
        Assert.StartsWith("Jørn,", run.Out.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Contains(",1.20,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_value_ends_in_1()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("analyze", folder.File("orders.csv", Orders.TwentyFour), "--as-of", "2000-01-01");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("No customer could be valued", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_analysis_ends_in_130()
    {
        using var folder = new TemporaryFolder();
        using var context = Cli.Shell.CliContext.Over(new MemoryStream(), new MemoryStream(), folder.Path);

        var code = await Cli.Shell.CommandHost.RunAsync(
            ["analyze", folder.File("orders.csv", Orders.TwentyFour)], context, new CancellationToken(canceled: true));

        Assert.Equal(130, code);
    }

    private static void AssertParameters(JsonElement fit, double tolerance, params (string Name, double Value)[] expected)
    {
        var parameters = fit.GetProperty("parameters");
        Assert.Equal(expected.Select(parameter => parameter.Name), parameters.EnumerateObject().Select(property => property.Name));
        foreach (var (name, value) in expected)
            Assert.Equal(value, parameters.GetProperty(name).GetDouble(), tolerance);
    }
}
