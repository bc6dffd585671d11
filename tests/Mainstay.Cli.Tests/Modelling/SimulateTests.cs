using System.Text.Json;
using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model simulate.</summary>
public sealed class SimulateTests
{
    private static readonly string[] s_truth =
    [
        "model", "simulate", "--model", "bg-nbd", "--parameter", "r=0.9", "--parameter", "alpha=6", "--parameter",
        "a=0.8", "--parameter", "b=2.5", "--customers", "4000", "--days", "730", "--format", "csv",
    ];

    [Fact]
    public async Task The_same_seed_gives_the_same_log_and_another_another()
    {
        var first = await CommandRun.Of([.. s_truth, "--seed", "3"]);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal(first.Out, (await CommandRun.Of([.. s_truth, "--seed", "3"])).Out);
        Assert.NotEqual(first.Out, (await CommandRun.Of([.. s_truth, "--seed", "4"])).Out);
        var lines = first.Out.TrimEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split(',')).ToArray();
        Assert.Equal(4000, lines.Select(line => line[0]).Distinct().Count());
        Assert.Equal(lines.Length, lines.Select(line => (line[0], line[1])).Distinct().Count());
    }

    [Fact]
    public async Task A_fit_to_the_log_finds_the_parameters_again()
    {
        using var folder = new TemporaryFolder();
        folder.File("log.csv", (await CommandRun.Of([.. s_truth, "--seed", "5"])).Out);
        var run = await CommandRun.In(
            folder.Path, "model", "fit", "log.csv", "--as-of", "2025-12-30", "--model", "bg-nbd", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var fit = JsonDocument.Parse(run.Out);
        foreach (var (letter, truth) in (Dictionary<string, double>)new() { ["r"] = .9, ["alpha"] = 6, ["a"] = .8, ["b"] = 2.5 })
        {
            var error = fit.RootElement.GetProperty("standard_errors").GetProperty(letter).GetDouble();
            // Days are whole: beside chance the fit sees the clock's rounding.
            Assert.Equal(
                truth, fit.RootElement.GetProperty("parameters").GetProperty(letter).GetDouble(), 3 * error + 0.05 * truth);
        }
    }

    [Fact]
    public async Task A_fitted_model_simulates_from_its_file()
    {
        using var folder = new TemporaryFolder();
        folder.File("log.csv", (await CommandRun.Of(s_truth)).Out);
        await CommandRun.In(folder.Path, "model", "fit", "log.csv", "--model", "mbg-nbd", "--out", "m.json");
        var run = await CommandRun.In(
            folder.Path, "model", "simulate", "--fitted", "m.json", "--customers", "10", "--format", "csv");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("customer,date", run.Out, StringComparison.Ordinal);
        Assert.InRange(run.Out.Split('\n').Length, 12, 10_000);
    }

    [Theory]
    [InlineData("--model bg-nbd --parameter r=0.9", "bg-nbd needs parameter alpha")]
    [InlineData("--model nbd --parameter r=1 --parameter alpha=2 --parameter beta=3", "nbd has no parameter beta")]
    [InlineData("--model nbd --parameter r=-1 --parameter alpha=2", "the model cannot be made of these parameters")]
    [InlineData("--model nbd --parameter r=much --parameter alpha=2", "--parameter r=\"much\" is not a number")]
    [InlineData("--model nbd --parameter r", "--parameter \"r\" has no equals sign")]
    [InlineData("--model gamma-gamma", "--model \"gamma-gamma\" is not one of nbd")]
    [InlineData("--customers 5", "no model was named")]
    [InlineData("--fitted none.json", "there is no such file")]
    public async Task A_model_that_cannot_be_made_is_refused_in_words(string options, string said)
    {
        var run = await CommandRun.Of(["model", "simulate", .. options.Split(' ')]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
