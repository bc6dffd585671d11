using System.Globalization;
using System.Text;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model fit --summary: the same models on columns that say what an order log would.</summary>
public sealed class SummaryFitTests
{
    [Theory]
    [InlineData("bg-nbd", -9582.42556)]
    [InlineData("pareto-nbd", -9594.97393)]
    [InlineData("mbg-nbd", -9582.13268)]
    [InlineData("nbd", -9763.66022)]
    public async Task The_published_summary_gives_its_own_likelihoods(string model, double logLikelihood)
    {
        using var fit = await Fit("cdnow_summary_with_monetary.csv", model);

        Assert.Equal(model, fit.RootElement.GetProperty("model").GetString());
        Assert.Equal(logLikelihood, fit.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-5);
        Assert.Equal(1016, fit.RootElement.GetProperty("distinct_rows").GetInt64());
    }

    [Fact]
    public async Task Donations_are_fitted_by_weight()
    {
        using var fit = await Fit("donations_bgbb.csv", "bg-bb");

        Assert.Equal(-33225.581274, fit.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-5);
        Assert.Equal(11104, fit.RootElement.GetProperty("customers").GetInt64());
        Assert.Equal(22, fit.RootElement.GetProperty("distinct_rows").GetInt64());
        Assert.Equal(0.06939, fit.RootElement.GetProperty("standard_errors").GetProperty("alpha").GetDouble(), 1e-5);
    }

    [Fact]
    public async Task Spend_of_a_summary_is_fitted_to_those_who_came_back()
    {
        using var fit = await Fit("cdnow_summary_with_monetary.csv", "gamma-gamma");

        Assert.Equal(-4055.923, fit.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-3);
        Assert.Equal(946, fit.RootElement.GetProperty("customers").GetInt64());
    }

    [Theory]
    [InlineData("regular", "sbg", .7040773, 1.1820431, null, -1680.265188)]
    [InlineData("highend", "sbg", .6680883, 3.8060945, null, -1611.158147)]
    [InlineData("regular", "bdw", .455614, .779325, 1.283451, -1679.602833)]
    [InlineData("highend", "bdw", .214253, 1.426575, 1.723565, -1605.314213)]
    public async Task Contracts_give_the_published_parameters(
        string cohort, string model, double alpha, double beta, double? c, double logLikelihood)
    {
        using var folder = new TemporaryFolder();
        using var fit = await Fit(Until(folder, 7), model, "--only", $"cohort={cohort}");

        var p = fit.RootElement.GetProperty("parameters");
        Assert.Equal(alpha, p.GetProperty("alpha").GetDouble(), 1e-4);
        Assert.Equal(beta, p.GetProperty("beta").GetDouble(), 1e-4);
        Assert.Equal(c is not null, p.TryGetProperty("c", out var shape));
        if (c is { } expected)
            Assert.Equal(expected, shape.GetDouble(), 1e-4);
        Assert.Equal(logLikelihood, fit.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-5);
        Assert.Equal(1000, fit.RootElement.GetProperty("customers").GetInt64());
    }

    [Fact]
    public async Task Cohorts_together_are_one_fit()
    {
        using var folder = new TemporaryFolder();
        using var fit = await Fit(Until(folder, 7), "sbg", "--only", "dataset=fh2007");

        Assert.Equal(2000, fit.RootElement.GetProperty("customers").GetInt64());
        Assert.InRange(fit.RootElement.GetProperty("log_likelihood").GetDouble(), -3500, -1680.265188 - 1611.158147);
    }

    [Theory]
    [InlineData("cdnow_summary_with_monetary.csv", "mbg-nbd", "mbg-nbd has the lowest AIC, 19172.3 (bg-nbd +0.6, ")]
    [InlineData("donations_bgbb.csv", "bg-bb", "")]
    public async Task Auto_chooses_by_what_fits_and_says_so(string file, string model, string said)
    {
        var run = await CommandRun.Of(
            "model", "fit", Golden.SharedData(file), "--summary", "--format", "json");

        Assert.Equal(0, run.Code);
        using var fit = JsonDocument.Parse(run.Out);
        Assert.Equal(model, fit.RootElement.GetProperty("model").GetString());
        Assert.StartsWith(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regular_buying_is_learnt_from_the_sum_of_log_gaps()
    {
        using var folder = new TemporaryFolder();
        using var fit = await Fit(folder.File("grocery.csv", Grocery()), "mbg-cnbd-k");

        Assert.Equal(2, fit.RootElement.GetProperty("parameters").GetProperty("k").GetDouble());
        Assert.Equal(-14978.2107316, fit.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-4);
        Assert.Equal(1525, fit.RootElement.GetProperty("customers").GetInt64());
    }

    [Fact]
    public async Task Without_the_gaps_regular_buying_is_refused_and_the_rest_compete()
    {
        var path = Golden.SharedData("cdnow_summary_with_monetary.csv");
        var run = await CommandRun.Of(
            "model", "fit", path, "--summary", "--model", "bg-cnbd-k", "--format", "json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("model").ValueKind);
        Assert.Contains("a column litt", document.RootElement.GetProperty("diagnosis")[0].GetString(), StringComparison.Ordinal);
    }

    /// <summary>The grocery log to the end of 2006 as frequency, recency, T and sum of log gaps, in weeks.</summary>
    private static string Grocery()
    {
        var end = new DateOnly(2006, 12, 31);
        var text = new StringBuilder("frequency;Recency;t;LITT\n");
        foreach (var customer in File.ReadLines(Golden.SharedData("grocery_elog.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (Key: cells[0], Day: Day(cells[1])))
            .Where(order => order.Day <= end).GroupBy(order => order.Key))
        {
            var days = customer.Select(order => order.Day.DayNumber).Distinct().Order().ToArray();
            var gaps = days.Zip(days.Skip(1), (day, next) => Math.Log((next - day) / 7.0)).Sum();
            text.Append(CultureInfo.InvariantCulture,
                $"{days.Length - 1};{(days[^1] - days[0]) / 7.0};{(end.DayNumber - days[0]) / 7.0};{gaps}\n");
        }

        return text.ToString();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Until(TemporaryFolder folder, int last) => folder.File("contracts.csv", string.Join('\n',
        File.ReadLines(Golden.SharedData("sbg_survivors.csv")).Where((line, row) => row == 0
            || int.Parse(line.Split(',')[2], CultureInfo.InvariantCulture) <= last)) + "\n");

    private static async Task<JsonDocument> Fit(string file, string model, params string[] options)
    {
        var run = await CommandRun.Of([
            "model", "fit", Path.IsPathRooted(file) ? file : Golden.SharedData(file), "--summary", "--model", model,
            "--format", "json", .. options]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }
}
