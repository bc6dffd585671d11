using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>
/// Sources: [FHL05] the paper and its spreadsheet; [lifetimes], [CLVTools], [BTYD], [pymc] the packages' own tests and
/// vignettes; [domain] recomputed by independent code. Where an oracle prints n decimals, n decimals are asserted.
/// </summary>
public sealed class BgNbdTests
{
    private static readonly BgNbd s_paper = new(new(.243, 4.414, .793, 2.426));
    private static readonly Lazy<Fit<BgNbd>> s_cdnow = new(() => BgNbd.Fit(PurchaseLog.Cdnow.Histories));

    private static BgNbd Cdnow => s_cdnow.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_cdnow_gives_the_published_parameters()
    {
        var p = Cdnow.Parameters;
        Assert.Equal([.243, 4.414, .793, 2.426], p.Values.Select(v => Math.Round(v, 3)));
        Assert.Equal(-9582.4, s_cdnow.Value.LogLikelihood!.Value, 0.05);
        Assert.Equal(["r", "alpha", "a", "b"], p.Keys);
    }

    [Fact]
    public void Expected_purchases_of_the_papers_customer_match_the_spreadsheet()
    {
        Assert.Equal(1.226, s_paper.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 5e-4);
        Assert.Equal(1.2260281748, s_paper.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 5e-11);
        Assert.Equal(.7265785701, s_paper.PAlive(new PurchaseHistory(2, 30.43, 38.86)), 5e-11);
    }

    [Theory]
    [InlineData(1 / 7.0, .0078, .007826)]
    [InlineData(1, .0532, .053268)]
    [InlineData(3, .1506, .150865)]
    [InlineData(39, 1.196723, 1.196723)]
    [InlineData(52, 1.446051, 1.446051)]
    [InlineData(78, 1.860519, 1.860519)]
    public void Expected_purchases_of_a_new_customer_match_the_spreadsheet(double t, double sheet, double recomputed)
    {
        Assert.Equal(sheet, s_paper.ExpectedPurchases(t), 1e-3);
        Assert.Equal(recomputed, s_paper.ExpectedPurchases(t), 5.1e-7);
    }

    [Fact]
    public void The_pmf_matches_lifetimes_and_BTYD()
    {
        Assert.Equal(1.0786896e-7, s_paper.Pmf(10, 2), 5e-15);
        Assert.Equal(.5737863521, s_paper.Pmf(0, 39), 5e-11);
        double[] expected =
        [
            .0019995214, .0015170236, .0011633150, .0009003148, .0007023638, .0005517902, .0004361913, .0003467171,
            .0002769613, .0002222260,
        ];
        Assert.All(expected, (p, i) => Assert.Equal(p, s_paper.Pmf(11 + i, 30), 5.1e-11));
    }

    [Fact]
    public void The_walkthrough_customers_of_BTYD_match()
    {
        PurchaseHistory customer1516 = new(26, 216 / 7.0, 31);
        Assert.Equal(1, Cdnow.ExpectedPurchases(52) / 1.444004, 1e-5);
        Assert.Equal(1, Cdnow.ExpectedPurchases(customer1516, 52) / 25.75659, 5e-5);
        Assert.Equal(.9688523, Cdnow.PAlive(customer1516), 3e-6);
        double[] expected = [.3474606, .04283391, .004158973, .0003583685];
        Assert.All(expected, (value, i) =>
            Assert.Equal(1, Cdnow.ExpectedPurchases(new PurchaseHistory(10 + 5 * i, 20, 39), 52) / value, 1e-4));
    }

    [Fact]
    public void The_single_log_likelihoods_of_pymc_marketing_match()
    {
        var model = new BgNbd(new(.25, 4, .8, 2.5));
        Assert.Equal(-.59947382, model.LogLikelihood(new PurchaseHistory(0, 0, 40)), 5e-9);
        Assert.Equal(100.7957, model.LogLikelihood(new PurchaseHistory(200, 38, 40)), 5e-5);
    }

    [Fact]
    public void Cumulative_repeat_purchases_by_week_match_BTYD()
    {
        double[] expected = [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6];
        var longest = PurchaseLog.Cdnow.Histories.LongestT;
        for (var i = 0; i < expected.Length; i++)
        {
            var week = 20 + i;
            var total = PurchaseLog.Cdnow.Customers.GroupBy(c => c.History.T).Sum(cohort =>
                cohort.Count() * Cdnow.ExpectedPurchases(Math.Max(0, week - (longest - cohort.Key))));
            Assert.Equal(expected[i], total, 5e-3);
        }
    }

    [Fact]
    public void Discounted_expected_residual_purchases_match_the_quadrature_of_domain()
    {
        PurchaseHistory customer = new(2, 213 / 7.0, 272 / 7.0);
        Assert.Equal(5.1566, Cdnow.DiscountedExpectedResidualPurchases(customer, .0027), 5e-5);
    }

    // ---- agreement

    [Fact]
    public void The_fit_to_cdnow_agrees_with_every_peer_to_their_digits()
    {
        var fit = s_cdnow.Value;
        double[] parameters = [.2425945, 4.413602, .792922, 2.425907];
        double[] errors = [.0125574, .378224, .185734, .705414];
        Assert.All(parameters, (value, i) => Assert.Equal(1, Cdnow.Parameters.Values.ElementAt(i) / value, 2e-6));
        Assert.All(errors, (value, i) => Assert.Equal(1, fit.StandardErrors.Values.ElementAt(i) / value, 1e-5));
        Assert.Equal(-9582.4292067, fit.LogLikelihood!.Value, 1e-6);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Diagnosis);
        Assert.Equal(2357, fit.Customers);
        Assert.Equal(1016, fit.DistinctRows);
    }

    [Fact]
    public void The_fit_to_grocery_agrees_with_CLVTools_and_BTYDplus()
    {
        var fit = BgNbd.Fit(PurchaseLog.Grocery.Histories);
        double[] expected = [.3486459, 2.581671, .5038454, 3.644385];
        Assert.All(expected, (value, i) => Assert.Equal(1, fit.Model!.Parameters.Values.ElementAt(i) / value, 1e-5));
        Assert.Equal(-15836.5662306, fit.LogLikelihood!.Value, 1e-6);
        var (total, mae, rmse) = Holdout(fit.Model!, PurchaseLog.Grocery, 52);
        Assert.Equal(1, total / 3996.43, 1e-5);   // the peers stop a little short of the optimum
        Assert.Equal(1, mae / 1.577398, 1e-5);
        Assert.Equal(1, rmse / 3.150357, 1e-5);
    }

    [Fact]
    public void The_holdout_of_cdnow_agrees_with_the_peers()
    {
        var (total, mae, rmse) = Holdout(Cdnow, PurchaseLog.Cdnow, 39);
        Assert.Equal(1653.41, total, .01);
        Assert.Equal(.785454, mae, 2e-6);
        Assert.Equal(1.607982, rmse, 2e-6);
        Assert.Equal(.813440, PurchaseLog.Cdnow.Customers.Average(c => Cdnow.PAlive(c.History)), 1e-6);
    }

    [Fact]
    public void Conditional_expectations_by_frequency_agree_with_BTYD()
    {
        double[] expected = [.2250893, .5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036];
        int[] counts = [1411, 439, 214, 100, 62, 38, 29, 64];
        var bins = PurchaseLog.Cdnow.Customers.GroupBy(c => (int)Math.Min(7, c.History.X)).OrderBy(g => g.Key);
        Assert.All(bins, bin => Assert.Equal(counts[bin.Key], bin.Count()));
        Assert.All(bins, bin => Assert.Equal(
            1, bin.Average(c => Cdnow.ExpectedPurchases(c.History, 39)) / expected[bin.Key], 5e-5));
    }

    [Fact]
    public void The_expected_histogram_agrees_with_domain()
    {
        double[] expected = [1407.68, 460.32, 192.46, 101.16, 59.85, 38.12, 25.55];
        var actual = Cdnow.ExpectedFrequencies(PurchaseLog.Cdnow.Histories, censorAt: 7);
        Assert.All(expected, (value, x) => Assert.Equal(value, actual[x], 5.1e-3));
        Assert.Equal(2357, actual.Sum(), 1e-9);
    }

    [Theory]
    [InlineData(1, 1, 1, 1, -13887.7126249, -6084.19200, 2025.78439, -143.02387, 117.56455)]
    [InlineData(.5, 6, 1.2, 3.3, -9783.4442856, -740.603677, 332.639048, -19.386377, 9.252805)]
    [InlineData(.243, 4.414, .793, 2.426, -9582.4304780, -1.563925, .733619, .036490, -.034562)]
    public void Log_likelihood_and_gradient_agree_at_fixed_points(
        double r, double alpha, double a, double b, double value, double dr, double dalpha, double da, double db)
    {
        var (gradient, hessian) = (new double[4], new double[16]);
        var likelihood = new BetaGeometricLikelihood(PurchaseLog.Cdnow.Histories, s: 0, timeScale: 1);
        double[] theta = [Math.Log(r), Math.Log(alpha), Math.Log(a), Math.Log(b)];
        Assert.Equal(value, likelihood.Evaluate(theta, gradient, hessian), 1e-7);
        Assert.Equal(value, new BgNbd(new(r, alpha, a, b)).LogLikelihood(PurchaseLog.Cdnow.Histories), 1e-7);
        double[] expected = [dr, dalpha, da, db];
        Assert.All(expected, (d, i) => Assert.Equal(d, gradient[i], 6e-6));
    }

    [Fact]
    public void The_mini_data_agree_with_domain()
    {
        Mini.Equal(
            [-.5547132764, -.4768807800, -4.4690932750, -9.4586063071, -14.5502825628, -21.8632762715, -27.3792216250, -37.7265794734],
            h => s_paper.LogLikelihood(h), 5.1e-11);
        Mini.Equal(
            [1, 1, .21210099, .72657857, .79512765, .64175635, .84260319, .96891565], h => s_paper.PAlive(h), 5.1e-9);
        Mini.Equal(
            [.19509805, .25939538, .20318699, 1.22602817, 2.91075839, 3.33705327, 6.11605557, 20.74972614],
            h => s_paper.ExpectedPurchases(h, 39), 5.1e-9);
        Assert.Equal(-157.06743693, s_paper.LogLikelihood(Mini.Histories), 5.1e-9);
    }

    // With α = 1 and nothing observed yet, these are the two expectations bare, at any a, r and b.
    [Theory]
    [InlineData(.2426, .7929, 2.4259, 1, .21384474945453921)]
    [InlineData(.2426, .7929, 2.4259, 30, 2.5198314902531082)]
    [InlineData(.2426, 1, 2.4259, 30, 2.1207206969933187)]
    [InlineData(.2426, 1.000001, 2.4259, 30, 2.1207190942517221)]
    [InlineData(.2426, 1.5, 2.4259, .001, .00024254243222330345)]
    [InlineData(1000.2426, .7929, 1002.4259, 30, 5011.5031946750521)]
    [InlineData(1000.2426, 1, 1002.4259, 30, 3440.2015909716983)]
    [InlineData(1000.2426, 1.5, 1002.4259, 1, 586.55039256926661)]
    public void Expected_purchases_agree_with_the_hypergeometric_form_at_sixty_digits(
        double r, double a, double b, double t, double mpmath) =>
        Assert.Equal(1, new BgNbd(new(r, 1, a, b)).ExpectedPurchases(t) / mpmath, 1e-14);

    [Theory]
    [InlineData(.2426, .299, 2.4259, 1e-9, 911614.89982052759)]
    [InlineData(.2426, .299, 2.4259, .1169, 1.4796641048136264)]
    [InlineData(.2426, .7929, 2.4259, 1e-9, 322.04202836175977)]
    [InlineData(.2426, .7929, 2.4259, .0079, 4.4050807001556002)]
    [InlineData(.2426, 1, 2.4259, .1169, .90638319552313968)]
    [InlineData(.2426, 1.000001, 2.4259, .1169, .90638275032466037)]
    [InlineData(.2426, 1.5, 2.4259, 5, .044693276786867705)]
    [InlineData(.2426, 50, 2.4259, .0079, .65877729759858693)]
    [InlineData(1000.2426, .7929, 1002.4259, .0079, 7304.4167467952452)]
    [InlineData(1000.2426, 1, 1002.4259, .1169, 1894.3548278246007)]
    [InlineData(1000.2426, 1.5, 1002.4259, 1e-9, 2005.739225390967)]
    public void Discounted_purchases_agree_with_quadrature_at_twenty_digits(
        double r, double a, double b, double delta, double mpmath)
    {
        var actual = new BgNbd(new(r, 1, a, b)).DiscountedExpectedResidualPurchases(default, delta);
        Assert.Equal(1, actual / mpmath, 2e-10);
    }

    [Fact]
    public void Counting_orders_instead_of_days_would_shift_the_fit()
    {
        // domain §1.0: the regression test of the per-day rule is that its violation gives these other numbers, so the
        // sufficient statistics above must not.
        Assert.Equal(2457, PurchaseLog.Cdnow.Histories.TotalPurchases);
        Assert.Equal(946, PurchaseLog.Cdnow.Histories.RepeatWeight);
        Assert.Equal(1882, PurchaseLog.Cdnow.Customers.Sum(c => c.HoldoutPurchases));
    }

    // ---- degenerate

    [Fact]
    public void One_time_buyers_never_leave_because_they_met_no_coin()
    {
        Assert.Equal(1, s_paper.PAlive(new PurchaseHistory(0, 0, 1e6)));
        Assert.Equal(1, s_paper.PAliveAfter(new PurchaseHistory(0, 0, 10), 1e6));
        Assert.Equal(double.PositiveInfinity, s_paper.LapseRatio(0, .5));
    }

    [Fact]
    public void A_thousand_purchases_followed_by_long_silence_leave_no_hope_and_no_warning()
    {
        // Overflows in lifetimes #25 and its kin.
        Assert.Equal(0, s_paper.PAlive(new PurchaseHistory(1000, 10, 100)), 1e-300);
        Assert.Equal(0, s_paper.ExpectedPurchases(new PurchaseHistory(1000, 10, 100), 52), 1e-300);
        Assert.InRange(s_paper.ExpectedPurchases(new PurchaseHistory(100_000, 100, 100), 52), 35_000, 52_000);
    }

    [Fact]
    public void The_counts_of_a_customer_with_thousands_of_purchases_sum_to_one()
    {
        // (1 + z)^−(r + x) is 0 in double precision here, and a recurrence that starts from it stays there.
        PurchaseHistory heavy = new(3000, 38, 39);
        var counts = Enumerable.Range(0, 6000).Select(y => s_paper.Pmf(heavy, y, 39)).ToList();
        Assert.Equal(1, counts.Sum(), 1e-9);
        Assert.Equal(1, counts.Select((p, y) => p * y).Sum() / s_paper.ExpectedPurchases(heavy, 39), 1e-8);
    }

    [Fact]
    public void At_a_equal_to_one_the_expectation_is_its_limit()
    {
        PurchaseHistory customer = new(2, 30.43, 38.86);
        var one = new BgNbd(new(.243, 4.414, 1, 2.426));
        Assert.Equal(1.62514953634, one.ExpectedPurchases(customer, 39) / one.PAlive(customer), 5e-12);
        foreach (var near in new[] { 1 - 1e-9, 1 + 1e-7, 1 + 1e-12 })
        {
            var model = new BgNbd(new(.243, 4.414, near, 2.426));
            Assert.Equal(1.62514953634, model.ExpectedPurchases(customer, 39) / model.PAlive(customer), 5e-7);
            Assert.Equal(
                1,
                model.DiscountedExpectedResidualPurchases(customer, .0018)
                    / one.DiscountedExpectedResidualPurchases(customer, .0018),
                1e-6);
        }
    }

    [Fact]
    public void Without_discount_residual_purchases_are_finite_only_above_a_equal_to_one()
    {
        PurchaseHistory customer = new(2, 30.43, 38.86);
        Assert.Equal(double.PositiveInfinity, s_paper.DiscountedExpectedResidualPurchases(customer, 0));
        var leaving = new BgNbd(new(.243, 4.414, 2, 2.426));
        var all = leaving.DiscountedExpectedResidualPurchases(customer, 0);
        Assert.Equal(5.426 * leaving.PAlive(customer), all, 1e-12);
        Assert.Equal(1, leaving.DiscountedExpectedResidualPurchases(customer, 1e-12) / all, 1e-8);
    }

    private static (double Total, double Mae, double Rmse) Holdout(BgNbd model, PurchaseLog log, double weeks)
    {
        var predicted = log.Customers.Select(c => model.ExpectedPurchases(c.History, weeks)).ToList();
        var errors = log.Customers.Zip(predicted, (c, p) => p - c.HoldoutPurchases).ToList();
        return (predicted.Sum(), errors.Average(Math.Abs), Math.Sqrt(errors.Average(e => e * e)));
    }
}
