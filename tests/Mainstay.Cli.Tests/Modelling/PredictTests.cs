using System.Globalization;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model predict: what a fit printed is all it takes.</summary>
public sealed class PredictTests
{
    private static string[] Cdnow => [Golden.SharedData("cdnow_sample.csv"), "--as-of", "1997-09-30"];

    [Fact]
    public async Task What_fit_printed_predicts_what_compare_foretold()
    {
        using var folder = new TemporaryFolder();
        await Fit(folder, "bg-nbd");
        var run = await CommandRun.In(
            folder.Path, ["model", "predict", .. Cdnow, "--fitted", "m.json", "--days", "273", "--format", "json"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var total = document.RootElement.GetProperty("total");
        Assert.Equal(1653.41, total.GetProperty("expected_purchases").GetDouble(), 0.01);
        Assert.InRange(1653.41, total.GetProperty("low").GetDouble(), total.GetProperty("high").GetDouble());
        Assert.InRange(total.GetProperty("high").GetDouble() - total.GetProperty("low").GetDouble(), 100, 600);
        Assert.Equal("1997-09-30", document.RootElement.GetProperty("as_of").GetString());
        var customers = document.RootElement.GetProperty("customers").EnumerateArray().ToArray();
        Assert.Equal(2357, customers.Length);
        var first = customers.Single(each => each.GetProperty("customer").GetString() == "1");
        Assert.Equal(1.226, first.GetProperty("expected_purchases").GetDouble(), 2e-3);
        Assert.All(customers, Check);
        Golden.Match(JsonShape.Of(document.RootElement), "cli/model-predict.shape.txt");
    }

    [Theory]
    [InlineData("nbd")]
    [InlineData("pareto-nbd")]
    [InlineData("mbg-nbd")]
    [InlineData("bg-cnbd-k")]
    [InlineData("mbg-cnbd-k")]
    public async Task Every_attrition_model_goes_through_its_file(string model)
    {
        using var folder = new TemporaryFolder();
        folder.File("log.csv", (await CommandRun.Of(
            "model", "simulate", "--model", "mbg-nbd", "--parameter", "r=0.9", "--parameter", "alpha=6", "--parameter",
            "a=0.8", "--parameter", "b=2.5", "--customers", "300", "--format", "csv")).Out);
        var fit = await CommandRun.In(folder.Path, "model", "fit", "log.csv", "--model", model, "--out", "m.json");
        var run = await CommandRun.In(
            folder.Path, "model", "predict", "log.csv", "--fitted", "m.json", "--format", "csv");

        Assert.Equal((0, 0, ""), (fit.Code, run.Code, run.Error));
        var lines = run.Out.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        Assert.Equal(
            "customer,frequency,recency,t,p_alive,p_buys,expected_purchases,low,high,discounted_residual_purchases",
            lines[0]);
        Assert.Equal(300, lines.Length - 1);
        Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
    }

    /// <summary>The csv of a prediction is a summary, so that it is its own second way.</summary>
    [Fact]
    public async Task A_summary_predicts_what_the_order_log_does()
    {
        using var folder = new TemporaryFolder();
        await Fit(folder, "mbg-nbd");
        var log = await CommandRun.In(
            folder.Path, ["model", "predict", .. Cdnow, "--fitted", "m.json", "--format", "csv"]);
        folder.File("s.csv", log.Out);
        var summary = await CommandRun.In(
            folder.Path, "model", "predict", "s.csv", "--summary", "--fitted", "m.json", "--format", "csv");

        Assert.Equal((0, ""), (summary.Code, summary.Error));
        Assert.Equal(Numbers(log.Out), Numbers(summary.Out));

        // Rows of equal histories are worked out together, in another order: the last digits may differ.
        static IEnumerable<string> Numbers(string csv) => csv.TrimEnd().Split('\n').Skip(1).Select(line => string.Join(',',
            line.Split(',').Select((cell, column) => column == 0 ? cell
                : double.Parse(cell, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Groups_of_a_summary_carry_their_weight_into_the_total()
    {
        using var folder = new TemporaryFolder();
        await Fit(folder, "bg-nbd");
        folder.File("s.csv", "frequency,recency,T,weight\n2,30.43,38.86,10\n0,0,38.86,100\n");
        var run = await CommandRun.In(folder.Path,
            "model", "predict", "s.csv", "--summary", "--fitted", "m.json", "--days", "273", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var rows = document.RootElement.GetProperty("customers").EnumerateArray().ToArray();
        Assert.Equal(["2", "3"], rows.Select(row => row.GetProperty("customer").GetString()));
        Assert.Equal([10, 100], rows.Select(row => row.GetProperty("weight").GetDouble()));
        Assert.Equal(
            rows.Sum(row => row.GetProperty("weight").GetDouble() * row.GetProperty("expected_purchases").GetDouble()),
            document.RootElement.GetProperty("total").GetProperty("expected_purchases").GetDouble(), 1e-9);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("as_of").ValueKind);
    }

    [Fact]
    public async Task A_person_reads_the_total_first_within_80_columns()
    {
        using var folder = new TemporaryFolder();
        await Fit(folder, "bg-nbd");
        var run = await CommandRun.In(folder.Path, ["model", "predict", .. Cdnow, "--fitted", "m.json", "--days", "273"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("2,357 customers should buy on ≈ 1,653 more days (", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    private static void Check(JsonElement customer)
    {
        var (low, high) = (customer.GetProperty("low").GetDouble(), customer.GetProperty("high").GetDouble());
        Assert.InRange(customer.GetProperty("p_alive").GetDouble(), 0, 1);
        Assert.InRange(customer.GetProperty("p_buys").GetDouble(), 0, customer.GetProperty("p_alive").GetDouble());
        Assert.True(low == Math.Floor(low) && high == Math.Floor(high) && low >= 0 && low <= high);
        Assert.InRange(
            customer.GetProperty("expected_purchases").GetDouble(), low, Math.Max(high, 1));
    }

    private static async Task Fit(TemporaryFolder folder, string model)
    {
        var run = await CommandRun.Of(["model", "fit", .. Cdnow, "--model", model, "--format", "json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        folder.File("m.json", run.Out);
    }
}
