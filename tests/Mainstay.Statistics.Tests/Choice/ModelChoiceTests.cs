using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Choice;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Choice;

public sealed class ModelChoiceTests
{
    private static readonly Lazy<ModelChoice> s_cdnow = new(() => ModelChoice.Between([Holdout(PurchaseLog.Cdnow, 39)]));
    private static readonly Lazy<ModelChoice> s_grocery =
        new(() => ModelChoice.Between([Holdout(PurchaseLog.Grocery, 52)]));

    [Theory]
    [InlineData("nbd", 2929.82, 55.68, 1.04102, 1.85952)]
    [InlineData("bg-nbd", 1653.41, -12.146, .785454, 1.607982)]
    [InlineData("mbg-nbd", 1576.73, -16.221, .764779, 1.607183)]
    [InlineData("pareto-nbd", 1665.51, -11.50, .75453, 1.60285)]
    public void Cdnow_holdout_errors_are_those_the_packages_print(
        string model, double expected, double bias, double mae, double rmse)
    {
        var result = s_cdnow.Value.Results.Single(result => result.Name == model);
        Assert.Equal(1882, result.ActualTotal);
        Assert.Equal(expected, result.ExpectedTotal, .01);
        Assert.Equal(bias, result.BiasPercent!.Value, .01);
        Assert.Equal(mae, result.MeanAbsoluteError!.Value, 1e-5);
        Assert.Equal(rmse, result.RootMeanSquaredError!.Value, 1e-5);
    }

    [Fact]
    public void Cdnow_bins_by_frequency_are_the_published_ones()
    {
        var bins = s_cdnow.Value.Results.Single(result => result.Name == "bg-nbd").Backtests[0]!.ByFrequency;
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7+"], bins.Select(bin => bin.Name));
        Assert.Equal([1411.0, 439, 214, 100, 62, 38, 29, 64], bins.Select(bin => bin.Customers));
        double[] actual = [.237, .697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359];
        double[] expected = [.2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570];
        for (var i = 0; i < bins.Count; i++)
        {
            Assert.Equal(actual[i], bins[i].Actual, 5.1e-4);
            Assert.Equal(expected[i], bins[i].Expected, 2.5e-4);
        }
    }

    [Fact]
    public void Tenths_hold_a_tenth_each_and_rise()
    {
        var tenths = s_grocery.Value.Results[0].Backtests[0]!.ByDecile;
        Assert.Equal(10, tenths.Count);
        Assert.All(tenths, tenth => Assert.InRange(tenth.Customers, 100, 205));
        Assert.All(tenths.Zip(tenths.Skip(1)), pair => Assert.True(pair.First.Expected < pair.Second.Expected));
    }

    [Fact]
    public void The_model_without_dropout_and_the_rules_of_thumb_lose_on_cdnow()
    {
        var choice = s_cdnow.Value;
        Assert.NotEqual("nbd", choice.Chosen!.Name);
        var chosen = choice.Results.Single(result => result.Name == choice.Chosen.Name);
        Assert.All(
            choice.Results.Where(result => result.IsBaseline || result.Name == "nbd"),
            result => Assert.True(result.LogScore is null || result.LogScore < chosen.LogScore));
        Assert.InRange(chosen.Coverage90!.Value, .85, .95);
    }

    [Fact]
    public void Own_pace_gives_no_chance_to_those_who_come_back_for_the_first_time_and_has_no_score()
    {
        var own = s_cdnow.Value.Results.Single(result => result.Name == "own-pace");
        Assert.Null(own.LogScore);
        Assert.True(own.MeanAbsoluteError > 0);
        Assert.Same(own, s_cdnow.Value.Results[^1]);
    }

    [Fact]
    public void Where_nobody_leaves_the_simplest_model_is_chosen()
    {
        var truth = new Nbd(new(.8, 6));
        var random = new Random(17);
        var people = Enumerable.Range(0, 3000).Select(_ =>
        {
            var times = new List<double>();
            truth.SimulateNew(80, random, times);
            var seen = times.Where(time => time <= 40).ToList();
            return (X: (double)seen.Count, Tx: seen.Count == 0 ? 0 : seen[^1], Y: (double)(times.Count - seen.Count));
        }).ToList();
        var holdout = new HoldoutHistories(
            [.. people.Select(p => p.X)], [.. people.Select(p => p.Tx)], [.. people.Select(_ => 40.0)],
            [.. people.Select(p => p.Y)], [.. people.Select(_ => 1.0)], horizon: 40);
        var choice = ModelChoice.Between([holdout]);
        Assert.Equal("nbd", choice.Chosen!.Name);
        Assert.Contains(choice.Results, result => result.Diagnosis.OfType<Diagnosis.NoDropout>().Any());
    }

    [Fact]
    public void Too_little_data_leave_no_choice_and_say_why()
    {
        var holdout = new HoldoutHistories([0, 0, 1], [0, 0, 2], [5, 9, 7], [0, 1, 0], [1, 1, 1], horizon: 4);
        var choice = ModelChoice.Between([holdout]);
        Assert.Null(choice.Chosen);
        Assert.Null(choice.StandardErrorsAhead);
        Assert.All(
            choice.Results.Where(result => !result.IsBaseline), result => Assert.NotEmpty(result.Diagnosis));
    }

    [Fact]
    public void Impossible_rows_and_horizons_are_refused_by_name()
    {
        var row = Assert.Throws<ArgumentException>(() => new HoldoutHistories([1], [2], [3], [-1], [1], horizon: 4));
        Assert.StartsWith("row 0: y is -1; expected a whole number, 0 or more.", row.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutHistories([1], [2], [3], [1], [1], horizon: 0));
    }

    private static HoldoutHistories Holdout(PurchaseLog log, double t) => new(
        [.. log.Customers.Select(c => c.History.X)], [.. log.Customers.Select(c => c.History.Tx)],
        [.. log.Customers.Select(c => c.History.T)], [.. log.Customers.Select(c => (double)c.HoldoutPurchases)],
        [.. log.Customers.Select(_ => 1.0)], t);
}
