using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests;

/// <summary>The example that the package shows compiles, runs, and prints what the README says it prints.</summary>
public sealed class ReadmeTests
{
    // The example writes to the console of whoever copies it, and to this one here.
    private static readonly StringWriter Console = new();

    [Fact]
    public void The_example_prints_what_the_readme_says()
    {
        Example();
        Assert.Equal(Block("text"), Console.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_readme_shows_the_example_that_runs_here()
    {
        var source = File.ReadAllText(Path.Combine(Golden.Root(), "tests", "Mainstay.Statistics.Tests", "ReadmeTests.cs"));
        var lines = source.Split("    private static void Example()\n    {\n")[^1].Split("\n    }\n")[0].Split('\n');
        var body = string.Concat(lines.Select(line => (line.Length > 8 ? line[8..] : "") + "\n"));
        var readme = string.Concat(
            Block("csharp").Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal))
                .Select(line => line + "\n")).TrimEnd('\n') + "\n";
        Assert.True(body == readme, "README.md of Mainstay.Statistics shows another example. Copy this one:\n" + body);
    }

    private static void Example()
    {
        // In weeks: repeat purchase days, first to last purchase, first purchase to today; and how many customers are alike.
        var customers = new PurchaseHistories(
            x: [0, 0, 1, 2, 4, 7, 10], tx: [0, 0, 8.3, 30.4, 26.6, 29.4, 35], T: [38.9, 27, 38.9, 38.9, 31, 38.9, 39],
            weight: [500, 400, 250, 120, 60, 30, 10]);
        var fit = AttritionFamilies.MbgNbd.FitTo(customers);
        var model = fit.Model ?? throw new InvalidOperationException(fit.Diagnosis[0].Message);

        var (ann, year) = (customers[4], Horizon.Year.In(Period.Week));
        var delta = DiscountRate.PerYear(0.10).PerPeriod(Period.Week);
        Console.WriteLine($"still a customer: {model.PAlive(ann):0.00}");
        Console.WriteLine($"purchases in a year: {model.ExpectedPurchases(ann, year):0.0}");
        Console.WriteLine($"all to come, discounted: {model.DiscountedExpectedResidualPurchases(ann, delta):0.0}");

        if (AttritionPosterior.Of(AttritionFamilies.MbgNbd, customers, model) is { Reliable: true } posterior)
        {
            var forecast = Forecast.Of(customers, posterior, null, FutureOptions.Residual(delta));
            Console.WriteLine($"nine times in ten from {forecast[4].Low:0.0} to {forecast[4].High:0.0}");
        }
    }

    private static string Block(string language)
    {
        var readme = File.ReadAllText(Path.Combine(Golden.Root(), "src", "Mainstay.Statistics", "README.md"));
        return readme.Split($"```{language}\n")[1].Split("```")[0];
    }
}
