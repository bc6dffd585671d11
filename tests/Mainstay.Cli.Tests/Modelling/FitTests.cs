using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model fit on an order log.</summary>
public sealed class FitTests
{
    private static string[] Cdnow =>
        [Golden.SharedData("cdnow_sample.csv"), "--as-of", "1997-09-30", "--format", "json"];

    [Fact]
    public async Task Cdnow_gives_the_tight_optimum_and_a_model_file()
    {
        var run = await CommandRun.Of(["model", "fit", .. Cdnow, "--model", "bg-nbd"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var fit = document.RootElement;
        Assert.Equal("bg-nbd", fit.GetProperty("model").GetString());
        Assert.Equal(-9582.4292067, fit.GetProperty("log_likelihood").GetDouble(), 1e-6);
        Assert.Equal(0.2425945, fit.GetProperty("parameters").GetProperty("r").GetDouble(), 1e-5);
        Assert.Equal(4.413602, fit.GetProperty("parameters").GetProperty("alpha").GetDouble(), 1e-4);
        Assert.Equal(0.0125574, fit.GetProperty("standard_errors").GetProperty("r").GetDouble(), 1e-5);
        Assert.Equal(2357, fit.GetProperty("customers").GetInt64());
        Assert.Equal(1016, fit.GetProperty("distinct_rows").GetInt64());
        Assert.True(fit.GetProperty("converged").GetBoolean());
        Golden.Match(JsonShape.Of(fit), "cli/model-fit.shape.txt");
    }

    [Fact]
    public async Task Spend_of_an_order_log_gives_the_gamma_gamma_of_the_paper()
    {
        var run = await CommandRun.Of(["model", "fit", .. Cdnow, "--model", "gamma-gamma"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(-4055.9176948, document.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-6);
        Assert.Equal(946, document.RootElement.GetProperty("customers").GetInt64());
        Golden.Match(JsonShape.Of(document.RootElement), "cli/model-fit-spend.shape.txt");
    }

    [Fact]
    public async Task Auto_fits_what_the_comparison_chooses_and_says_why_on_the_talk_stream()
    {
        var run = await CommandRun.Of(["model", "fit", .. Cdnow]);
        var chosen = await CommandRun.Of(["model", "compare", .. Cdnow]);

        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        using var comparison = JsonDocument.Parse(chosen.Out);
        Assert.Equal(
            comparison.RootElement.GetProperty("chosen").GetString(),
            document.RootElement.GetProperty("model").GetString());
        Assert.Equal(comparison.RootElement.GetProperty("why").GetString(), run.Error.TrimEnd());
    }

    [Fact]
    public async Task Too_few_repeat_customers_are_a_diagnosis_and_no_model()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(folder.Path, "model", "fit", folder.File("o.csv", Orders.TwentyFour),
            "--model", "mbg-nbd", "--format", "json");

        Assert.Equal(1, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("model").ValueKind);
        Assert.Equal(
            ["Only 8 customers have bought again; at least 10 are needed to learn from."],
            document.RootElement.GetProperty("diagnosis").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task A_person_reads_a_fit_within_80_columns()
    {
        var run = await CommandRun.Of(["model", "fit", .. Cdnow[..^2], "--model", "mbg-nbd"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("mbg-nbd in weeks, fitted to 2,357 customers", run.Out, StringComparison.Ordinal);
        Assert.Contains("90 % interval", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model pareto", "--model \"pareto\" is not one of auto, nbd")]
    [InlineData("--model bg-bb", "bg-bb cannot be fitted to an order log")]
    [InlineData("--model sbg", "sbg cannot be fitted to an order log")]
    [InlineData("--model nbd --covariates channel", "a column \"channel\"")]
    [InlineData("--only cohort=a", "--only chooses rows of a summary")]
    public async Task What_an_order_log_cannot_answer_is_refused_in_words(string options, string said)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(
            folder.Path, ["model", "fit", folder.File("o.csv", Orders.TwentyFour), .. options.Split(' ')]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
