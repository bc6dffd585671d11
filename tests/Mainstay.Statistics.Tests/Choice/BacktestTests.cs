using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Choice;

namespace Mainstay.Statistics.Tests.Choice;

public sealed class BacktestTests
{
    private static readonly BgNbd s_model = new(new(.243, 4.414, .793, 2.426));

    // ---- agreement

    [Fact]
    public void Scores_and_errors_are_the_plain_sums_over_customers()
    {
        double[] y = [0, 1, 0, 3, 2, 0, 7, 20];
        var test = Run(Mini.Histories, y, 39);
        var rows = Mini.Rows.Select((h, i) => (
            Weight: Mini.Histories.Weight[i], Log: Math.Log(s_model.Pmf(h, (int)y[i], 39)),
            Error: y[i] - s_model.ExpectedPurchases(h, 39))).ToList();
        Assert.Equal(19, test.Customers);
        Assert.Equal(rows.Sum(r => r.Weight * r.Log) / 19, test.LogScore!.Value, 1e-12);
        Assert.Equal(rows.Sum(r => r.Weight * Math.Abs(r.Error)) / 19, test.MeanAbsoluteError, 1e-12);
        Assert.Equal(rows.Sum(r => r.Weight * r.Error * r.Error) / 19, test.MeanSquaredError, 1e-12);
        Assert.Equal(y.Select((value, i) => value * Mini.Histories.Weight[i]).Sum(), test.ActualTotal);
        Assert.Equal(test.ActualTotal - rows.Sum(r => r.Weight * r.Error), test.ExpectedTotal, 1e-12);
    }

    // ---- identities

    [Fact]
    public void Nine_in_ten_lie_inside_when_the_model_is_the_truth()
    {
        // Every outcome as often as the model says: then coverage is its level exactly, steps notwithstanding.
        foreach (var history in Mini.Rows.Take(5))
        {
            double[] y = [.. Enumerable.Range(0, 150)], p = [.. y.Select(n => s_model.Pmf(history, (int)n, 39))];
            double[] Same(double value) => [.. y.Select(_ => value)];
            var holdout = new HoldoutHistories(Same(history.X), Same(history.Tx), Same(history.T), y, p, horizon: 39);
            Assert.Equal(.9, Backtesting.Run(new ModelContender(s_model), holdout).Coverage90!.Value, 1e-6);
        }
    }

    [Fact]
    public void No_other_model_scores_higher_where_one_is_the_truth()
    {
        PurchaseHistory history = new(2, 30.43, 38.86);
        double[] y = [.. Enumerable.Range(0, 150)], p = [.. y.Select(n => s_model.Pmf(history, (int)n, 39))];
        double[] Same(double value) => [.. y.Select(_ => value)];
        var holdout = new HoldoutHistories(Same(history.X), Same(history.Tx), Same(history.T), y, p, horizon: 39);
        double Score(ILatentAttrition model) => Backtesting.Run(new ModelContender(model), holdout).LogScore!.Value;
        var truth = Score(s_model);
        Assert.All(
            new ILatentAttrition[]
            {
                new BgNbd(new(.26, 4.414, .793, 2.426)), new MbgNbd(new(.525, 6.183, .891, 1.614)), new Nbd(new(.385, 12.07)),
            },
            other => Assert.True(Score(other) < truth));
    }

    [Fact]
    public void Weights_are_duplicates_and_order_is_irrelevant()
    {
        double[] y = [0, 1, 0, 3, 2, 0, 7, 20];
        int[] each = [.. Enumerable.Range(0, 8).Reverse().SelectMany(i => Enumerable.Repeat(i, (int)Mini.Histories.Weight[i]))];
        PurchaseHistories single = new(
            Array.ConvertAll(each, i => Mini.Histories.X[i]), Array.ConvertAll(each, i => Mini.Histories.Tx[i]),
            Array.ConvertAll(each, i => Mini.Histories.T[i]));
        var (one, other) = (Run(Mini.Histories, y, 39), Run(single, Array.ConvertAll(each, i => y[i]), 39));
        Assert.Equal(one.LogScore!.Value, other.LogScore!.Value, 1e-12);
        Assert.Equal(one.Coverage90!.Value, other.Coverage90!.Value, 1e-12);
        Assert.Equal(one.MeanAbsoluteError, other.MeanAbsoluteError, 1e-12);
        Assert.Equal(one.ByFrequency.Select(bin => bin.Customers), other.ByFrequency.Select(bin => bin.Customers));
    }

    [Fact]
    public void Bins_hold_every_customer_once()
    {
        var test = Run(Mini.Histories, [0, 1, 0, 3, 2, 0, 7, 20], 39);
        foreach (var bins in new[] { test.ByFrequency, test.ByDecile })
        {
            Assert.Equal(19, bins.Sum(bin => bin.Customers), 1e-12);
            Assert.Equal(test.ActualTotal, bins.Sum(bin => bin.Customers * bin.Actual), 1e-12);
            Assert.Equal(test.ExpectedTotal, bins.Sum(bin => bin.Customers * bin.Expected), 1e-12);
        }

        Assert.Equal(["0", "1", "2", "4", "7+"], test.ByFrequency.Select(bin => bin.Name));
    }

    [Fact]
    public void A_sample_of_a_holdout_stands_for_it_and_is_always_the_same()
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, 5000).Select(_ => (double)random.Next(0, 6))];
        double[] T = [.. x.Select(_ => 20 + (random.Next(0, 140) / 7.0))];
        var holdout = new HoldoutHistories(
            x, [.. x.Select((n, i) => n == 0 ? 0 : T[i] * .7)], T, [.. x.Select(n => (double)random.Next(0, (int)n + 2))],
            [.. x.Select(_ => 1.0)], horizon: 20);
        var sample = holdout.Sample(1000);
        Assert.InRange(sample.Rows.Count, 900, 1100);
        Assert.Equal(5000, sample.Customers, 1e-6);
        Assert.Equal(1, sample.TotalPurchases / holdout.TotalPurchases, .06);
        Assert.Equal(sample.Rows.X, holdout.Sample(1000).Rows.X);
        Assert.Same(holdout, holdout.Sample(5000));
        Assert.Equal(5000, holdout.Calibration.TotalWeight);
    }

    [Fact]
    public void Cutoffs_are_averaged_by_their_customers()
    {
        Backtest Of(double customers, double score, double actual) => new()
        {
            Customers = customers,
            LogScore = score,
            ActualTotal = actual,
            ExpectedTotal = 2 * actual,
            MeanAbsoluteError = 1,
            MeanSquaredError = 4,
            Coverage90 = .9,
            ByFrequency = [],
            ByDecile = [],
        };
        var result = new ContenderResult("bg-nbd", false, [Of(100, -1, 30), Of(300, -2, 10)], []);
        Assert.Equal(-1.75, result.LogScore!.Value, 1e-12);
        Assert.Equal((40, 80, 100), (result.ActualTotal, result.ExpectedTotal, result.BiasPercent!.Value));
        Assert.Equal(2, result.RootMeanSquaredError!.Value, 1e-12);
        var refused = result with { Backtests = [Of(100, -1, 30), null] };
        Assert.Null(refused.LogScore);
        Assert.Equal(30, refused.ActualTotal);
        Assert.Null((result with { Backtests = [Of(1, -1, 0)] }).BiasPercent);
    }

    private static Backtest Run(PurchaseHistories h, double[] y, double t) => Backtesting.Run(
        new ModelContender(s_model), new HoldoutHistories(h.X, h.Tx, h.T, y, h.Weight, t));
}
