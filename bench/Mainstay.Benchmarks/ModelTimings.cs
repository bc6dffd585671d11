using System.Diagnostics;
using System.Globalization;
using Mainstay.DuckDb;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Benchmarks;

/// <summary>
/// The mathematics alone, in a fresh process: fits and scores over the distinct histories of a log, first call, so the
/// compiler's time is in it. Prints “name cpu-seconds wall-seconds” lines.
/// </summary>
internal static class ModelTimings
{
    public static int Run(string orders)
    {
        var histories = Histories(orders);
        var bg = Timed("fit-bg-nbd", () => BgNbd.Fit(histories).Model!);
        var mbg = Timed("fit-mbg-nbd", () => MbgNbd.Fit(histories).Model!);
        Timed("fit-nbd", () => Nbd.Fit(histories).Model!);
        var pareto = Timed("fit-pareto-nbd", () => ParetoNbd.Fit(histories).Model!);
        var scores = new double[histories.Count];
        Timed("score-p-alive", () => { mbg.PAlive(histories, scores); return mbg; });
        Timed("score-expected", () => { bg.ExpectedPurchases(histories, 365.25 / 7, scores); return bg; });
        var delta = DiscountRate.PerYear(0.10).PerPeriod(Period.Week);
        Timed("score-dert", () => { bg.DiscountedExpectedResidualPurchases(histories, delta, scores); return bg; });
        var posterior = Timed(
            "posterior-4000", () => AttritionPosterior.Of(AttritionFamilies.BgNbd, histories, bg)!);
        var forecast = Timed(
            "forecast", () => Forecast.Of(histories, posterior, null, FutureOptions.Residual(delta)));
        Timed("intervals", () =>
        {
            for (var row = 0; row < histories.Count; row++)
                scores[row] = forecast[row].High;
            return forecast;
        });
        Timed("interval-of-total", () => { _ = forecast.Total(histories.Weight, histories.Weight); return forecast; });
        Timed("score-pareto-p-alive", () => { pareto.PAlive(histories, scores); return pareto; });
        Timed("score-pareto-expected", () =>
        {
            pareto.ExpectedPurchases(histories, 365.25 / 7, scores);
            return pareto;
        });
        Timed("score-pareto-dert", () =>
        {
            pareto.DiscountedExpectedResidualPurchases(histories, delta, scores);
            return pareto;
        });
        Regular(histories, delta, scores);
        return 0;
    }

    /// <summary>The choice of k, then the scores at k = 2, whatever was chosen.</summary>
    private static void Regular(PurchaseHistories histories, double delta, double[] scores)
    {
        Timed("fit-mbg-cnbd-k", () => MbgCnbd.Fit(histories).Model!);
        Timed("fit-bg-cnbd-k", () => BgCnbd.Fit(histories).Model!);
        var regular = Timed("fit-mbg-cnbd-2", () => MbgCnbd.Fit(histories, 2).Model!);
        Timed("score-cnbd-p-alive", () => { regular.PAlive(histories, scores); return regular; });
        Timed("score-cnbd-expected", () =>
        {
            regular.ExpectedPurchases(histories, 365.25 / 7, scores);
            return regular;
        });
        Timed("score-cnbd-dert", () =>
        {
            regular.DiscountedExpectedResidualPurchases(histories, delta, scores);
            return regular;
        });
        Timed("tracking-cnbd", () => Tracking.Expected(regular, histories, 104));
    }

    private static T Timed<T>(string name, Func<T> work)
    {
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var result = work();
        var (used, wall) = (Environment.CpuUsage.TotalTime - cpu, watch.Elapsed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name} {used.TotalSeconds:0.000} {wall.TotalSeconds:0.000}"));
        return result;
    }

    private static PurchaseHistories Histories(string orders)
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            with days as (select distinct customer_id, date from read_csv('{orders}')),
            gaps as (select customer_id, date,
                            date - lag(date) over (partition by customer_id order by date) as gap from days),
            customers as (select count(*) - 1 as x, max(date) - min(date) as tx,
                                 (select max(date) from days) - min(date) as t,
                                 coalesce(sum(ln(gap / 7.0::double)), 0) as litt from gaps group by customer_id)
            select cast(x as double), tx / 7.0::double, t / 7.0::double, cast(count(*) as double), sum(litt)
            from customers group by x, tx, t
            """;
        var (x, tx, t, weight) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var logGaps = 0.0;
        using var columns = command.ExecuteColumns();
        while (columns.NextChunk())
        {
            x.AddRange(columns.Values<double>(0));
            tx.AddRange(columns.Values<double>(1));
            t.AddRange(columns.Values<double>(2));
            weight.AddRange(columns.Values<double>(3));
            foreach (var sum in columns.Values<double>(4))
                logGaps += sum;
        }

        return new([.. x], [.. tx], [.. t], [.. weight]) { TotalLogGaps = logGaps };
    }
}
