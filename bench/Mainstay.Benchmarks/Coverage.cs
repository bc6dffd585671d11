using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Spend;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>
/// Do 90 % intervals hold 90 % of the truth? Shops are simulated from known parameters, fitted, forecast, and lived
/// on: the share of customers, and of shops' totals, whose true residual value fell inside.
/// </summary>
internal static class Coverage
{
    private const int Customers = 3000;

    // Of each shop; more of them would only repeat what these say.
    private const int Asked = 300;
    private const double Level = 0.9;

    // Discounted at ten percent, what comes later is worth less than a thousandth.
    private const double Years = 72;
    private static readonly BgNbd s_bg = new(new(.243, 4.414, .793, 2.426));
    private static readonly MbgNbd s_mbg = new(new(.525, 6.183, .891, 1.614));
    private static readonly (double P, double Q, double Gamma) s_spend = (6.25, 3.74, 15.44);

    public static int Run(int shops, string resultsFolder)
    {
        var lines = new ILatentAttrition[] { s_bg, s_mbg }
            .Select(truth => Line(truth, [.. Enumerable.Range(0, shops).Select(seed => Shop(truth, seed))]));
        var page = Invariant(
            $"""
            # Coverage

            {shops:N0} simulated shops per model, {Customers:N0} customers each, seen for 27 to 39 weeks, all fitted
            anew. The true residual value of {Asked} customers a shop, simulated on for {Years:0} years and discounted
            at 10 % a year, against the 90 % interval forecast from the shop's own data; at the customers for whom
            nothing more came, randomised over the probability of just that. The total is the sum over all customers of
            a shop. A shop counts where the importance weights are reliable (k-hat); where they are not, no interval is
            given. In far smaller shops totals fall inside more often than 90 % (95 % at 400 customers under bg-nbd):
            the weak prior, which these truths happen to lie near, then adds to what the data say.

            | truth | shops with intervals | customers inside | totals inside | k-hat, median |
            |---|---|---|---|---|
            {string.Join('\n', lines)}

            """);
        File.WriteAllText(Path.Combine(resultsFolder, "coverage.md"), page);
        Console.Write(page);
        return 0;
    }

    private static string Line(ILatentAttrition truth, Result?[] all)
    {
        var results = all.OfType<Result>().ToList();
        var khat = results.Select(result => result.KHat).Order().ElementAt(results.Count / 2);
        return Invariant($"| {truth.Name} | {results.Count:N0} of {all.Length:N0} ")
            + Invariant($"| {results.Average(result => result.Customers):P1} ")
            + Invariant($"| {results.Average(result => result.Total ? 1 : 0.0):P1} | {khat:0.00} |");
    }

    private static Result? Shop(ILatentAttrition truth, int seed)
    {
        var random = new Random(seed);
        var delta = DiscountRate.PerYear(.10).PerPeriod(Period.Week);
        var people = Enumerable.Range(0, Customers).Select(_ => Person(truth, delta, random)).ToList();
        var histories = new PurchaseHistories(
            [.. people.Select(p => p.History.X)], [.. people.Select(p => p.History.Tx)],
            [.. people.Select(p => p.History.T)]);
        var spends = new SpendSummaries([.. people.Select(p => p.History.X)], [.. people.Select(p => p.MeanSpend)]);
        var family = AttritionFamilies.Named(truth.Name)!;
        if (family.FitTo(histories).Model is not { } model || GammaGamma.Fit(spends).Model is not { } spend)
            return null;
        var attrition = AttritionPosterior.Of(family, histories, model);
        var money = SpendPosterior.Of(spends, spend);
        if (attrition is not { Reliable: true } || money is not { Reliable: true })
            return null;

        var forecast = Forecast.Of(histories, attrition, money, FutureOptions.Residual(delta) with { Level = Level });
        var prices = people.Select(p => spend.ExpectedMeanSpend(p.History.X, p.MeanSpend)).ToArray();
        var inside = 0;
        for (var i = 0; i < Asked; i++)
        {
            // Randomised at the customers for whom nothing more comes, or a share of them would count twice.
            var value = people[i].Future / prices[i];
            var top = forecast.Probability(i, value);
            var u = value > 0 ? top : top * random.NextDouble();
            inside += u > (1 - Level) / 2 && u < (1 + Level) / 2 ? 1 : 0;
        }

        var total = forecast.Total(prices, [.. prices.Select(price => price * price)]);
        var actual = people.Sum(p => p.Future);
        return new((double)inside / Asked, actual > total.Low && actual < total.High, attrition.KHat);
    }

    private static Simulated Person(ILatentAttrition truth, double delta, Random random)
    {
        var T = 27 + (random.Next(0, 84) / 7.0);
        var times = new List<double>();
        truth.SimulateNew(T + (Years * 365.25 / 7), random, times);
        var seen = times.FindAll(t => t <= T);
        var nu = MathNet.Numerics.Distributions.Gamma.Sample(random, s_spend.Q, s_spend.Gamma);
        double Spend() => MathNet.Numerics.Distributions.Gamma.Sample(random, s_spend.P, nu);
        var mean = seen.Count == 0 ? 0 : seen.Average(_ => Spend());
        var future = times.Skip(seen.Count).Sum(t => Math.Exp(-delta * (t - T)) * Spend());
        return new(new(seen.Count, seen.Count == 0 ? 0 : seen[^1], T), mean, future);
    }

    private readonly record struct Simulated(PurchaseHistory History, double MeanSpend, double Future);

    private readonly record struct Result(double Customers, bool Total, double KHat);
}
