using System.Diagnostics;
using System.Globalization;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Spend;

namespace Mainstay.Benchmarks;

/// <summary>
/// The mathematics alone, in a fresh process: every step twice, so that the first shows the compiler's time too.
/// Prints “name cpu-seconds-first cpu-seconds-again wall-seconds-again” lines; <see cref="ModelsPage"/> reads them.
/// </summary>
internal static class ModelTimings
{
    private const double Year = 365.25 / 7;

    // Customer by customer a prediction is slow: some of them tell how slow.
    private const int Some = 100_000;

    public static int Run(string orders)
    {
        var customers = SimulatedCustomers.Read(orders);
        var (histories, scores) = (customers.Distinct, new double[customers.Distinct.Count]);
        Print("customers", customers.All.Count);
        Print("distinct-rows", histories.Count);
        Print("repeat-buyers", histories.RepeatWeight);
        var bg = new BgNbd(new(.243, 4.414, .793, 2.426));
        Timed("naive-likelihood", () => Naive(customers.All, bg));
        Timed("naive-prediction", () => NaivePrediction(customers.All, bg));
        Fits(histories);
        var spend = Timed("fit-gamma-gamma", () => GammaGamma.Fit(customers.Spends).Model!);
        foreach (var family in new[] { AttritionFamilies.BgNbd, AttritionFamilies.MbgNbd, AttritionFamilies.ParetoNbd })
            Uses(family, customers, scores);
        Intervals(customers, bg, spend, scores);
        return 0;
    }

    private static void Fits(PurchaseHistories histories)
    {
        foreach (var family in AttritionFamilies.All)
            Timed($"fit-{family.Name}", () => family.FitTo(histories).Model!);
    }

    /// <summary>P(alive) and a year's purchases of everybody, all purchases discounted, and the posterior.</summary>
    private static void Uses(AttritionFamily family, SimulatedCustomers customers, double[] scores)
    {
        var (histories, everyone) = (customers.Distinct, new double[customers.RowOf.Length]);
        var model = family.FitTo(histories).Model!;
        Timed($"predict-{family.Name}", () =>
        {
            model.PAlive(histories, scores);
            Spread(scores, customers.RowOf, everyone);
            model.ExpectedPurchases(histories, Year, scores);
            return Spread(scores, customers.RowOf, everyone);
        });
        Timed($"dert-{family.Name}", () =>
        {
            model.DiscountedExpectedResidualPurchases(histories, Delta, scores);
            return Spread(scores, customers.RowOf, everyone);
        });
        Timed($"posterior-{family.Name}", () => AttritionPosterior.Of(family, histories, model)!);
    }

    private static void Intervals(SimulatedCustomers customers, BgNbd start, GammaGamma spend, double[] scores)
    {
        var histories = customers.Distinct;
        var posterior = AttritionPosterior.Of(AttritionFamilies.BgNbd, histories, start)!;
        var money = Timed("posterior-gamma-gamma", () => SpendPosterior.Of(customers.Spends, spend)!);
        var forecast = Timed(
            "forecast", () => Forecast.Of(histories, posterior, money, FutureOptions.Residual(Delta)));
        Timed("intervals", () =>
        {
            for (var row = 0; row < histories.Count; row++)
                scores[row] = forecast[row].High;
            return scores;
        });
        var prices = histories.Weight.ToArray();
        Timed("interval-of-total", () => new { Interval = forecast.Total(prices, prices) });
    }

    private static double Delta => DiscountRate.PerYear(0.10).PerPeriod(Period.Week);

    /// <summary>The yardstick: one evaluation of the likelihood, customer by customer, as its formula stands.</summary>
    private static double[] Naive(PurchaseHistories customers, BgNbd model)
    {
        var sum = 0.0;
        for (var i = 0; i < customers.Count; i++)
            sum += model.LogLikelihood(customers[i]);
        return [sum];
    }

    private static double[] NaivePrediction(PurchaseHistories customers, BgNbd model)
    {
        var scores = new double[Math.Min(Some, customers.Count)];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = model.PAlive(customers[i]) + model.ExpectedPurchases(customers[i], Year);
        return scores;
    }

    private static double[] Spread(double[] scores, int[] rowOf, double[] everyone)
    {
        for (var i = 0; i < rowOf.Length; i++)
            everyone[i] = scores[rowOf[i]];
        return everyone;
    }

    private static T Timed<T>(string name, Func<T> work)
        where T : class
    {
        var (_, first, _) = Once(work);
        var (result, again, wall) = Once(work);
        Print(name, first, again, wall);
        return result;
    }

    private static (T Result, double Cpu, double Wall) Once<T>(Func<T> work)
    {
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var result = work();
        return (result, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    private static void Print(string name, params double[] values) => Console.WriteLine(
        string.Join(' ', values.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)).Prepend(name)));
}
