using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model compare.</summary>
public sealed class CompareTests
{
    private static string[] Cdnow =>
        ["model", "compare", Golden.SharedData("cdnow_sample.csv"), "--cutoff", "1997-09-30", "--as-of", "1998-06-30"];

    [Fact]
    public async Task The_second_half_of_Cdnow_gives_the_errors_that_every_peer_gives()
    {
        var run = await CommandRun.Of([.. Cdnow, "--format", "json"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var models = document.RootElement.GetProperty("models").EnumerateArray()
            .ToDictionary(each => each.GetProperty("model").GetString()!, each => each.GetProperty("holdout"));
        Assert.All(models.Values, each => Assert.Equal(1882, each.GetProperty("actual_total").GetDouble()));
        Assert.Equal(1653.41, Of("bg-nbd", "expected_total"), 0.01);
        Assert.Equal(-12.146, Of("bg-nbd", "bias_percent"), 1e-3);
        Assert.Equal(.785454, Of("bg-nbd", "mae"), 1e-5);
        Assert.Equal(1.607982, Of("bg-nbd", "rmse"), 1e-5);
        Assert.Equal(1576.73, Of("mbg-nbd", "expected_total"), 0.01);
        Assert.Equal(.764779, Of("mbg-nbd", "mae"), 1e-5);
        Assert.Equal(1665.51, Of("pareto-nbd", "expected_total"), 0.02);
        Assert.Equal(.754527, Of("pareto-nbd", "mae"), 1e-4);
        Assert.Equal(2929.82, Of("nbd", "expected_total"), 0.01);
        Assert.Equal(1.859518, Of("nbd", "rmse"), 1e-4);
        Assert.InRange(Of("mbg-nbd", "interval_90_coverage"), 0.85, 0.95);
        Assert.Contains(document.RootElement.GetProperty("chosen").GetString()!, models);
        // The best of the others is the same model again, with k = 1: rounding is no lead.
        Assert.Equal(0, document.RootElement.GetProperty("standard_errors_ahead").GetDouble());
        Golden.Match(JsonShape.Of(document.RootElement), "cli/model-compare.shape.txt");

        double Of(string model, string measure) => models[model].GetProperty(measure).GetDouble();
    }

    [Fact]
    public async Task A_person_reads_the_choice_first_within_80_columns()
    {
        var run = await CommandRun.Of(Cdnow);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Use mbg-nbd. ", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Every_model_is_a_line_of_the_csv()
    {
        var run = await CommandRun.Of([.. Cdnow, "--format", "csv"]);

        var lines = run.Out.TrimEnd().Split('\n');
        Assert.Equal(
            "model,baseline,log_score,actual_total,expected_total,bias_percent,mae,rmse,interval_90_coverage",
            lines[0].TrimEnd('\r'));
        Assert.Equal(8, lines.Length - 1);
        Assert.Equal(2, lines.Count(line => line.Contains(",true,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--cutoff 1998-06-30 --as-of 1998-06-30", 2, "a cutoff leaves nothing to foretell")]
    [InlineData("--cutoff 1999-01-01", 2, "expected: a day before 1998-06-30, the last one seen")]
    [InlineData("--cutoff soon", 2, "--cutoff \"soon\" is not a date")]
    [InlineData("--summary", 2, "a summary cannot be compared on")]
    public async Task What_cannot_be_compared_is_refused_in_words(string options, int code, string said)
    {
        var run = await CommandRun.Of(
            ["model", "compare", Golden.SharedData("cdnow_sample.csv"), .. options.Split(' ')]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
