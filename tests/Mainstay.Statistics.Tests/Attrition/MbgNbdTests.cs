using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Sources as in <see cref="BgNbdTests"/>; [BTYDplus] the packages' (M)BG/CNBD-k at k = 1.</summary>
public sealed class MbgNbdTests
{
    private static readonly MbgNbd s_rounded = new(new(.525, 6.183, .891, 1.614));
    private static readonly Lazy<Fit<MbgNbd>> s_cdnow = new(() => MbgNbd.Fit(PurchaseLog.Cdnow.Histories));

    private static MbgNbd Cdnow => s_cdnow.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_cdnow_gives_the_parameters_of_lifetimes_and_BTYDplus() =>
        Assert.Equal([.525, 6.183, .891, 1.614], Cdnow.Parameters.Values.Select(v => Math.Round(v, 3)));

    [Fact]
    public void The_single_log_likelihoods_of_pymc_marketing_match()
    {
        var model = new MbgNbd(new(.25, 4, .8, 2.5));
        Assert.Equal(-.41792826, model.LogLikelihood(new PurchaseHistory(0, 0, 40)), 5e-9);
        Assert.Equal(100.7869, model.LogLikelihood(new PurchaseHistory(200, 38, 40)), 5e-5);
    }

    // ---- agreement

    [Fact]
    public void The_fit_to_cdnow_agrees_with_the_tight_optimum()
    {
        var fit = s_cdnow.Value;
        double[] expected = [.5248432, 6.183086, .8913594, 1.614002];
        Assert.All(expected, (value, i) => Assert.Equal(1, Cdnow.Parameters.Values.ElementAt(i) / value, 1e-6));
        Assert.Equal(-9582.1357156, fit.LogLikelihood!.Value, 1e-6);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Diagnosis);
        var holdout = PurchaseLog.Cdnow.Customers;
        Assert.Equal(1576.73, holdout.Sum(c => Cdnow.ExpectedPurchases(c.History, 39)), .01);
        Assert.Equal(
            .764779, holdout.Average(c => Math.Abs(Cdnow.ExpectedPurchases(c.History, 39) - c.HoldoutPurchases)), 2e-6);
        Assert.Equal(.448722, holdout.Average(c => Cdnow.PAlive(c.History)), 1e-6);
    }

    [Fact]
    public void The_fit_to_grocery_agrees_with_BTYDplus()
    {
        var fit = MbgNbd.Fit(PurchaseLog.Grocery.Histories);
        double[] expected = [1.256921, 6.039142, .3682766, .7157636];
        Assert.All(expected, (value, i) => Assert.Equal(1, fit.Model!.Parameters.Values.ElementAt(i) / value, 2e-6));
        Assert.Equal(-15781.9393749, fit.LogLikelihood!.Value, 1e-6);
        var total = PurchaseLog.Grocery.Customers.Sum(c => fit.Model!.ExpectedPurchases(c.History, 52));
        Assert.Equal(1, total / 4024.91, 2e-5);   // the peer stops a little short of the optimum
    }

    [Fact]
    public void Single_values_agree_with_domain()
    {
        Assert.Equal(1.182954, s_rounded.ExpectedPurchases(39), 5.1e-7);
        Assert.Equal(1.804758, s_rounded.ExpectedPurchases(78), 5.1e-7);
        Assert.Equal(.389348, s_rounded.PAlive(new PurchaseHistory(0, 0, 39)), 5.1e-7);
        Assert.Equal(
            -10492.5165680, new MbgNbd(new(1, 1, 1, 1)).LogLikelihood(PurchaseLog.Cdnow.Histories), 5.1e-8);
    }

    [Fact]
    public void The_mini_data_agree_with_domain()
    {
        Mini.Equal(
            [-.5398374635, -.4742185339, -4.4603606126, -9.4855513145, -14.4704010905, -21.7765222489, -27.3484434986, -38.3221269478],
            h => s_rounded.LogLikelihood(h), 5.1e-11);
        Mini.Equal(
            [.38973508, .42849443, .17083648, .70620227, .78016804, .62272381, .83089779, .96556614],
            h => s_rounded.PAlive(h), 5.1e-9);
        Mini.Equal(
            [.15401275, .22071454, .18883654, 1.26296062, 2.83912601, 3.16757243, 5.83380453, 19.45072265],
            h => s_rounded.ExpectedPurchases(h, 39), 5.1e-9);
        Assert.Equal(-157.32228288, s_rounded.LogLikelihood(Mini.Histories), 5.1e-9);
    }

    // ---- identities of its own: the two ratios that SQL applies per customer

    [Theory]
    [InlineData(.5)]
    [InlineData(.1)]
    public void The_lapse_ratio_draws_the_line_exactly_where_p_alive_does(double threshold)
    {
        Assert.All(PurchaseLog.Cdnow.Customers, c =>
        {
            var (x, tx, T) = c.History;
            var silence = (Cdnow.Parameters["alpha"] + T) / (Cdnow.Parameters["alpha"] + tx);
            Assert.Equal(Cdnow.PAlive(c.History) < threshold, silence > Cdnow.LapseRatio(x, threshold));
        });
        var ratio = s_rounded.LapseRatio(3, threshold);
        var at = ratio * (6.183 + 20) - 6.183;
        Assert.Equal(threshold, s_rounded.PAlive(new PurchaseHistory(3, 20, at)), 1e-12);
    }

    [Theory]
    [InlineData(2, 38.857, 121.29, .005)]
    [InlineData(10, 38.857, 14.70, .005)]
    [InlineData(26, 31, 4.2824, .00005)]
    public void The_silence_quantile_agrees_with_domain(int x, double tx, double weeks, double tolerance)
    {
        var model = new MbgNbd(new(.2426, 4.4136, .8, 2.4));
        Assert.Equal(weeks, (4.4136 + tx) * (model.SilenceRatio(x, .95) - 1), tolerance);
    }

    // ---- degenerate

    [Fact]
    public void A_new_customer_has_met_one_coin()
    {
        Assert.Equal(1.614 / (.891 + 1.614), s_rounded.PAlive(default(PurchaseHistory)), 1e-15);
        Assert.True(s_rounded.LapseRatio(0, .7) < 1);
    }

    [Fact]
    public void One_time_buyers_fade()
    {
        Assert.True(s_rounded.PAlive(new PurchaseHistory(0, 0, 500)) < .2);
        Assert.Equal(
            s_rounded.PAlive(new PurchaseHistory(0, 0, 500)), s_rounded.PAliveAfter(new PurchaseHistory(0, 0, 100), 400), 1e-15);
    }
}
