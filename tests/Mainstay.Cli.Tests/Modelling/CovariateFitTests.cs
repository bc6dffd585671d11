using System.Globalization;
using System.Text;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Statistics.Attrition;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>model fit --summary --covariates.</summary>
public sealed class CovariateFitTests
{
    private const double Web = 0.8;

    /// <summary>Customers of the web buy e^0.8 times as often as those of the shop and of ads; age does nothing.</summary>
    private static string Planted { get; } = Simulated();

    [Fact]
    public async Task A_planted_effect_is_found_with_its_test()
    {
        using var fit = await Fit("channel,age");

        var effects = fit.RootElement.GetProperty("covariates").EnumerateArray()
            .ToDictionary(each => $"{each.GetProperty("name")} {each.GetProperty("process")} {each.GetProperty("parameter")}");
        Assert.Equal(
            [
                "channel=shop purchase alpha", "channel=web purchase alpha", "age purchase alpha",
                "channel=shop dropout a", "channel=web dropout a", "age dropout a",
                "channel=shop dropout b", "channel=web dropout b", "age dropout b",
            ],
            effects.Keys);
        var web = effects["channel=web purchase alpha"];
        Assert.Equal("ads", web.GetProperty("compared_with").GetString());
        Assert.Equal(Web, web.GetProperty("coefficient").GetDouble(), 4 * web.GetProperty("standard_error").GetDouble());
        Assert.InRange(web.GetProperty("standard_error").GetDouble(), 0.02, 0.15);
        Assert.InRange(web.GetProperty("p").GetDouble(), 0, 1e-6);
        Assert.InRange(effects["age purchase alpha"].GetProperty("p").GetDouble(), 0.001, 1);
        Assert.Equal(JsonValueKind.Null, effects["age purchase alpha"].GetProperty("compared_with").ValueKind);
        Assert.Equal(1.0 / 3, web.GetProperty("reference").GetDouble(), 1e-9);
        Golden.Match(JsonShape.Of(fit.RootElement), "cli/model-fit-covariates.shape.txt");
    }

    [Fact]
    public async Task The_test_is_twice_what_the_covariates_gain()
    {
        using var fit = await Fit("channel");
        using var without = await Fit(null);

        var (gained, plain) = (Likelihood(fit), Likelihood(without));
        var ratio = fit.RootElement.GetProperty("likelihood_ratio");
        Assert.Equal(plain, ratio.GetProperty("log_likelihood_without").GetDouble(), 1e-6);
        Assert.Equal(2 * (gained - plain), ratio.GetProperty("chi2").GetDouble(), 1e-5);
        Assert.Equal(6, ratio.GetProperty("df").GetInt32());
        Assert.InRange(ratio.GetProperty("p").GetDouble(), 0, 1e-10);
        Assert.False(without.RootElement.TryGetProperty("covariates", out _));

        static double Likelihood(JsonDocument fit) => fit.RootElement.GetProperty("log_likelihood").GetDouble();
    }

    [Fact]
    public async Task A_person_reads_what_they_do_and_a_model_file_of_them_predicts_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("s.csv", Planted);
        var run = await CommandRun.In(folder.Path,
            "model", "fit", path, "--summary", "--model", "mbg-nbd", "--covariates", "channel", "--out", "m.json");
        var refused = await CommandRun.In(folder.Path, "model", "predict", path, "--summary", "--fitted", "m.json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Compared: channel with ads.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Together they explain more than chance would: χ²", run.Out, StringComparison.Ordinal);
        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.Contains("the model file holds covariates", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bg-cnbd-k", "channel", "bg-cnbd-k takes no covariates")]
    [InlineData("auto", "channel", "covariates need a model by name")]
    [InlineData("nbd", "chanel", "Did you mean channel?")]
    [InlineData("nbd", "name", "column name holds too many different values to compare")]
    [InlineData("nbd", "country", "column country says the same of every customer")]
    public async Task Covariates_that_cannot_be_are_refused_in_words(string model, string covariates, string said)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(folder.Path, "model", "fit", folder.File("s.csv", Planted), "--summary",
            "--model", model, "--covariates", covariates);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_log_tells_covariates_too_by_each_customers_first_value()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(
            folder.Path, "model", "fit", folder.File("o.csv", Log()), "--model", "mbg-nbd", "--covariates", "channel",
            "--format", "json");

        Assert.Equal((0, "1 customers without a value in every column of --covariates were left out.\n"),
            (run.Code, run.Error));
        using var fit = JsonDocument.Parse(run.Out);
        Assert.Equal(1200, fit.RootElement.GetProperty("customers").GetDouble());
        var purchase = fit.RootElement.GetProperty("covariates").EnumerateArray().First();
        Assert.Equal("channel=web", purchase.GetProperty("name").GetString());
        Assert.Equal("ads", purchase.GetProperty("compared_with").GetString());
        var (coefficient, error) = (
            purchase.GetProperty("coefficient").GetDouble(), purchase.GetProperty("standard_error").GetDouble());
        Assert.InRange(coefficient, Web - (4 * error), Web + (4 * error));
        Assert.InRange(error, 0, 0.3);
    }

    private static async Task<JsonDocument> Fit(string? covariates)
    {
        using var folder = new TemporaryFolder();
        string[] asked = covariates is null ? [] : ["--covariates", covariates];
        var run = await CommandRun.In(folder.Path, [
            "model", "fit", folder.File("s.csv", Planted), "--summary", "--model", "mbg-nbd", "--format", "json",
            .. asked]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    /// <summary>An order log whose later rows name no channel; one customer has none at all.</summary>
    private static string Log()
    {
        var (random, purchases, start) = (new Random(8), new List<double>(), new DateOnly(2024, 1, 1));
        var text = new StringBuilder("customer,date,amount,channel\nnobody,2024-01-02,5,\n");
        for (var customer = 0; customer < 1200; customer++)
        {
            var channel = customer % 2 == 0 ? "web" : "ads";
            var model = new MbgNbd(new(0.9, 8 * Math.Exp(channel == "web" ? -Web : 0), 0.8, 2.5));
            purchases.Clear();
            model.SimulateNew(80, random, purchases);
            text.Append(CultureInfo.InvariantCulture, $"c{customer},{start:yyyy-MM-dd},5,{channel}\n");
            foreach (var day in purchases.Select(at => (int)Math.Ceiling(7 * at)).Distinct())
                text.Append(CultureInfo.InvariantCulture, $"c{customer},{start.AddDays(day):yyyy-MM-dd},5,\n");
        }

        return text.ToString();
    }

    private static string Simulated()
    {
        const double T = 52;
        var (random, purchases) = (new Random(7), new List<double>());
        var text = new StringBuilder("name,x,t_x,T,channel,age,country\n");
        for (var customer = 0; customer < 3000; customer++)
        {
            var channel = (customer % 3) switch { 0 => "web", 1 => "shop", _ => "ads" };
            var model = new MbgNbd(new(0.9, 8 * Math.Exp(channel == "web" ? -Web : 0), 0.8, 2.5));
            purchases.Clear();
            model.SimulateNew(T, random, purchases);
            text.Append(CultureInfo.InvariantCulture,
                $"n{customer},{purchases.Count},{purchases.LastOrDefault():R},{T},{channel},{10 * random.Next(2, 7)},DE\n");
        }

        return text.ToString();
    }
}
