using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

public sealed class PurchaseHistoriesTests
{
    [Fact]
    public void Columns_are_copied_and_summed()
    {
        double[] x = [0, 2];
        PurchaseHistories histories = new(x, [0, 5], [7, 9], [10, 3]);
        x[0] = 99;
        Assert.Equal(2, histories.Count);
        Assert.Equal(13, histories.TotalWeight);
        Assert.Equal(3, histories.RepeatWeight);
        Assert.Equal(6, histories.TotalPurchases);
        Assert.Equal(9, histories.LongestT);
        Assert.Equal(new PurchaseHistory(0, 0, 7), histories[0]);
        var (frequency, recency, time) = histories[1];
        Assert.Equal((2, 5, 9), (frequency, recency, time));
    }

    [Fact]
    public void A_sample_keeps_the_total_weight_and_draws_in_proportion()
    {
        var n = 10_000;
        var x = Enumerable.Range(0, n).Select(i => (double)(i % 7)).ToArray();
        PurchaseHistories all = new(
            x, [.. x.Select(f => f == 0 ? 0 : 3.0)], [.. x.Select(_ => 8.0)], [.. x.Select(f => 1 + (f * f))]);
        var sample = all.Sample(500);
        Assert.InRange(sample.Count, 300, 500);
        Assert.Equal(1, sample.TotalWeight / all.TotalWeight, 1e-3);
        Assert.Equal(1, sample.TotalPurchases / sample.TotalWeight / (all.TotalPurchases / all.TotalWeight), .05);
    }

    [Theory]
    [InlineData(1.5, 2, 9, 1, "row 0: x is 1.5; expected a whole number, 0 or more. (Parameter 'x')")]
    [InlineData(-1, 0, 9, 1, "row 0: x is -1; expected a whole number, 0 or more. (Parameter 'x')")]
    [InlineData(1, 10, 9, 1, "row 0: tx is 10; expected a number from 0 to T, the end of observation. (Parameter 'tx')")]
    [InlineData(0, 3, 9, 1, "row 0: tx is 3; expected 0 exactly where x is 0: repeat days come after the first. (Parameter 'tx')")]
    [InlineData(2, 0, 9, 1, "row 0: tx is 0; expected 0 exactly where x is 0: repeat days come after the first. (Parameter 'tx')")]
    [InlineData(1, 1, double.NaN, 1, "row 0: T is NaN; expected a finite number >= 0. (Parameter 'T')")]
    [InlineData(1, 1, 9, 0, "row 0: weight is 0; expected a finite number > 0. (Parameter 'weight')")]
    public void A_row_that_breaks_a_rule_is_refused_by_name(double x, double tx, double T, double weight, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() => new PurchaseHistories([x], [tx], [T], [weight]));
        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused() => Assert.Equal(
        "tx has 1 values; expected 2, one per row. (Parameter 'tx')",
        Assert.Throws<ArgumentException>(() => new PurchaseHistories([0, 0], [0], [1, 1])).Message);

    [Fact]
    public void Callers_mistakes_are_named()
    {
        var model = new BgNbd(new(1, 1, 1, 1));
        Assert.Equal(
            "t is -1; expected a finite number >= 0. (Parameter 't')\nActual value was -1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(-1)).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualPurchases(default, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.LapseRatio(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.SilenceRatio(1.5, .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Pmf(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbd(new(0, 1, 1, 1)));
        Assert.Throws<ArgumentException>(() => model.PAlive(Mini.Histories, new double[3]));
    }
}
