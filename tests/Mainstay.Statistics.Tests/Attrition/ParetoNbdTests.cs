using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>
/// Sources: [FHL05] Fader, Hardie &amp; Lee 2005; [lifetimes], [CLVTools], [BTYD], [BTYDplus] the packages' own tests
/// and vignettes; [domain] recomputed by independent code. Where an oracle prints n decimals, n decimals are asserted.
/// </summary>
public sealed class ParetoNbdTests
{
    private static readonly ParetoNbd s_mini = new(new(.553, 10.578, .606, 11.669));
    private static readonly Lazy<Fit<ParetoNbd>> s_cdnow = new(() => ParetoNbd.Fit(PurchaseLog.Cdnow.Histories));
    private static readonly Lazy<Fit<ParetoNbd>> s_grocery = new(() => ParetoNbd.Fit(PurchaseLog.Grocery.Histories));

    private static ParetoNbd Cdnow => s_cdnow.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_cdnow_gives_the_published_parameters()
    {
        double[] published = [.553, 10.578, .606, 11.669];
        Assert.Equal(published, Cdnow.Parameters.Values.Select(v => Math.Round(v, 3)));
        Assert.Equal(-9595.0, s_cdnow.Value.LogLikelihood!.Value, .05);
        Assert.Equal(["r", "alpha", "s", "beta"], Cdnow.Parameters.Keys);
    }

    [Fact]
    public void Expected_purchases_of_new_customers_match_lifetimes()
    {
        double[] expected =
        [
            0, .05077821, .09916088, .14542507, .18979930, .23247466, .27361274, .31335159, .35181024, .38909211,
        ];
        var model = new ParetoNbd(new(.55, 10.56, .61, 11.64));
        Assert.All(expected, (value, t) => Assert.Equal(value, model.ExpectedPurchases(t), 5.1e-9));
    }

    [Fact]
    public void The_walkthrough_customers_of_BTYD_match()
    {
        PurchaseHistory customer1516 = new(26, 216 / 7.0, 31);
        Assert.Equal(1.4734343, Cdnow.ExpectedPurchases(52), 5.1e-7);
        Assert.Equal(25.455185, Cdnow.ExpectedPurchases(customer1516, 52), 2e-5);   // BTYD 25.45647, not converged
        Assert.Equal(.9978734, Cdnow.PAlive(customer1516), 5.1e-8);
        double[] domain = [.7058886, .1441508, .0224902, .0030901];
        double[] printed = [.7062289, .1442396, .02250658, .00309267];
        Assert.All(domain, (value, i) => Assert.Equal(value, Silent(i), 5e-7));
        Assert.All(printed, (value, i) => Assert.Equal(1, Silent(i) / value, 1.5e-3));
        static double Silent(int i) => Cdnow.ExpectedPurchases(new PurchaseHistory(10 + (5 * i), 20, 39), 52);
    }

    [Fact]
    public void The_manuals_of_BTYD_match()
    {
        var estimated = new ParetoNbd(new(.553397143257, 10.580198543474, .606062497118, 11.656223670708));
        Assert.Equal(.2941633358, estimated.PAlive(new PurchaseHistory(0, 0, 39)), 5.1e-11);
        var model = new ParetoNbd(new(.5629966, 12.5590370, .4081095, 10.5148048));
        Assert.Equal(1.8641833281, Dert(7, 35), 5.1e-11);
        Assert.Equal(.1007463, model.PAlive(new PurchaseHistory(7, 35, 77.86)), 5.1e-8);
        Assert.Equal(.3647559, Dert(0, 0), 5.1e-8);
        Assert.Equal(5.2102477, model.DiscountedExpectedResidualPurchases(default, .0027), 5.1e-8);
        double[] paradox =
        [
            2.199155, 2.843534, 2.867128, 2.445410, 1.840502, 1.262416, .809618, .494804, .292025, .167928,
        ];
        Assert.All(paradox, (value, i) => Assert.Equal(value, Dert(i + 1, 30), 5.1e-7));
        double Dert(int x, double tx) =>
            model.DiscountedExpectedResidualPurchases(new PurchaseHistory(x, tx, 77.86), .0027);
    }

    [Fact]
    public void Cumulative_repeat_purchases_by_week_match_BTYD()
    {
        double[] expected = [1308.912, 1385.334, 1459.985, 1532.970, 1604.386, 1674.321];
        double[] printed = [1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253];
        var longest = PurchaseLog.Cdnow.Histories.LongestT;
        for (var i = 0; i < expected.Length; i++)
        {
            var week = 20 + i;
            var total = PurchaseLog.Cdnow.Customers.GroupBy(c => c.History.T).Sum(cohort =>
                cohort.Count() * Cdnow.ExpectedPurchases(Math.Max(0, week - (longest - cohort.Key))));
            Assert.Equal(expected[i], total, 5.1e-4);
            Assert.Equal(1, total / printed[i], 2e-4);
        }
    }

    // ---- agreement

    [Fact]
    public void The_fit_to_cdnow_agrees_with_the_peers_to_their_digits()
    {
        var fit = s_cdnow.Value;
        double[] parameters = [.553277, 10.57768, .606240, 11.66874];
        double[] errors = [.0476264, .8427222, .1872594, 6.2105448];
        Assert.All(parameters, (value, i) => Assert.Equal(1, Cdnow.Parameters.Values.ElementAt(i) / value, 1.5e-6));
        Assert.All(errors, (value, i) => Assert.Equal(1, fit.StandardErrors.Values.ElementAt(i) / value, 1e-3));
        Assert.Equal(-9594.9761789, fit.LogLikelihood!.Value, 1e-7);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Diagnosis);
        Assert.Equal(1016, fit.DistinctRows);
    }

    [Fact]
    public void The_fit_to_grocery_agrees_with_BTYDplus_and_CLVTools()
    {
        var fit = s_grocery.Value;
        double[] expected = [.7864368, 5.679041, .3862391, 5.717788];
        Assert.All(expected, (value, i) => Assert.Equal(1, fit.Model!.Parameters.Values.ElementAt(i) / value, 1e-6));
        Assert.Equal(-15782.3921378, fit.LogLikelihood!.Value, 1e-7);
        var (total, mae, rmse) = Holdout(fit.Model!, PurchaseLog.Grocery, 52);
        Assert.Equal(1, total / 3990.77, 2e-5);
        Assert.Equal(1, mae / 1.507899, 1e-5);
        Assert.Equal(1, rmse / 3.193779, 1e-5);
        double[] expectations = [.44842213, .36270772, .21709257, .10867730, .04887834];
        double[] alive = [.31857942, .16520600, .07276665, .02881673, .01072070];
        for (var x = 1; x <= 5; x++)
        {
            Assert.Equal(1, fit.Model!.ExpectedPurchases(new PurchaseHistory(x, 12, 52), 52) / expectations[x - 1], 1e-4);
            Assert.Equal(1, fit.Model.PAlive(new PurchaseHistory(x, 12, 52)) / alive[x - 1], 1e-4);
        }
    }

    [Fact]
    public void The_holdout_of_cdnow_agrees_with_the_peers()
    {
        var (total, mae, rmse) = Holdout(Cdnow, PurchaseLog.Cdnow, 39);
        Assert.Equal(1665.51, total, .01);
        Assert.Equal(.75453, mae, 1e-5);
        Assert.Equal(1.60285, rmse, 1e-5);
        Assert.Equal(.44628, PurchaseLog.Cdnow.Customers.Average(c => Cdnow.PAlive(c.History)), 5.1e-5);
        double[] byFrequency = [.138, .600, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403];
        var bins = PurchaseLog.Cdnow.Customers.GroupBy(c => (int)Math.Min(7, c.History.X));
        Assert.All(bins, bin => Assert.Equal(
            byFrequency[bin.Key], bin.Average(c => Cdnow.ExpectedPurchases(c.History, 39)), 1e-3));   // not converged there
    }

    /// <summary>
    /// CLVTools stops a little short of the optimum, on the flat ridge of s and β, and prints five digits of where. The
    /// one point that gives its figures of both customers to all their digits gives its log-likelihood and its sum too.
    /// </summary>
    [Fact]
    public void Discounted_purchases_of_all_cdnow_customers_agree_with_CLVTools()
    {
        var (delta, log) = (Math.Log(1.15) / 52, PurchaseLog.Cdnow);
        var theirs = new ParetoNbd(new(.5532700197, 10.57780078, .6060200003, 11.66391472));
        Assert.Equal(-9594.97618090, theirs.LogLikelihood(log.Histories), 5.1e-8);
        Assert.Equal(
            7207.8354, log.Customers.Sum(c => theirs.DiscountedExpectedResidualPurchases(c.History, delta)), 1e-4);

        PurchaseHistory first = new(2, 213 / 7.0, 272 / 7.0), busiest = new(26, 216 / 7.0, 31);
        Assert.Equal(.86916549, theirs.PAlive(first), 5.1e-9);
        Assert.Equal(1.45532078, theirs.ExpectedPurchases(first, 39), 5.1e-9);
        Assert.Equal(6.50222841, theirs.DiscountedExpectedResidualPurchases(first, delta), 5.1e-9);
        Assert.Equal(.99787394, theirs.PAlive(busiest), 5.1e-9);
        Assert.Equal(20.115889, theirs.ExpectedPurchases(busiest, 39), 5.1e-7);
        Assert.Equal(86.280661, theirs.DiscountedExpectedResidualPurchases(busiest, delta), 5.1e-7);

        // At the optimum itself, which differs by 4e-4 in beta.
        var total = log.Customers.Sum(c => Cdnow.DiscountedExpectedResidualPurchases(c.History, delta));
        Assert.Equal(7205.549, total, .01);
    }

    [Fact]
    public void The_fit_to_all_78_weeks_agrees_with_domain()
    {
        var all = PurchaseLog.Merge(PurchaseLog.Cdnow.Customers.Select(c => new PurchaseHistory(
            c.RepeatTimes.Count, c.RepeatTimes.Count == 0 ? 0 : c.RepeatTimes[^1], c.History.T + 39)));
        var fit = ParetoNbd.Fit(all);
        double[] expected = [.563004, 12.559169, .408107, 10.514543];
        Assert.All(expected, (value, i) => Assert.Equal(1, fit.Model!.Parameters.Values.ElementAt(i) / value, 2e-6));
        Assert.Equal(-17135.83589, fit.LogLikelihood!.Value, 5.1e-6);
    }

    [Theory]
    [InlineData(1, 1, 1, 1, -12032.1872621, -1989.98259, 1178.45037, -1419.97874, 317.69905)]
    [InlineData(.5, 8, .7, 10, -9611.3620816, -3.913259, 61.178229, -73.760266, 42.976102)]
    public void Log_likelihood_and_gradient_agree_at_fixed_points(
        double r, double alpha, double s, double beta, double value, double dr, double dalpha, double ds, double dbeta)
    {
        var (gradient, hessian) = (new double[4], new double[16]);
        var likelihood = new ParetoNbdLikelihood(PurchaseLog.Cdnow.Histories, timeScale: 1);
        double[] theta = [Math.Log(r), Math.Log(alpha), Math.Log(s), Math.Log(beta)];
        Assert.Equal(value, likelihood.Evaluate(theta, gradient, hessian), 1e-7);
        Assert.Equal(value, likelihood.Value(theta), 1e-7);
        Assert.Equal(value, new ParetoNbd(new(r, alpha, s, beta)).LogLikelihood(PurchaseLog.Cdnow.Histories), 1e-7);
        double[] expected = [dr, dalpha, ds, dbeta];
        Assert.All(expected, (d, i) => Assert.Equal(d, gradient[i], 6e-6));
    }

    [Fact]
    public void The_mini_data_agree_with_domain()
    {
        Mini.Equal(
            [-.5210462941, -.4697633661, -4.4501943339, -9.5542832452, -14.3139148739, -21.5946432181, -27.1122425412, -39.1316715403],
            h => s_mini.LogLikelihood(h), 5.1e-11);
        Mini.Equal(
            [.29528660, .38393078, .16800233, .86916756, .91744557, .74950141, .92372355, .99791873],
            h => s_mini.PAlive(h), 5.1e-9);
        Mini.Equal(
            [.10708147, .17536149, .17109298, 1.45512319, 3.17126816, 3.71225138, 6.37697437, 20.11702608],
            h => s_mini.ExpectedPurchases(h, 39), 5.1e-9);
        Mini.Equal(
            [.47713623, .73283871, .76236029, 6.48377357, 13.56603194, 16.54114063, 28.43380890, 86.05649360],
            h => s_mini.DiscountedExpectedResidualPurchases(h, .0027), 5.1e-9);
        Assert.Equal(-157.39025244, s_mini.LogLikelihood(Mini.Histories), 5.1e-9);
        var swapped = new ParetoNbd(new(.553, 11.669, .606, 10.578));
        Mini.Equal(
            [-.4799345782, -.4320474968, -4.4561595728, -9.5993996751, -14.4195939848, -21.7506974590, -27.3330303947, -39.8088874125],
            h => swapped.LogLikelihood(h), 5.1e-11);
        Assert.Equal(-158.45105626, swapped.LogLikelihood(Mini.Histories), 5.1e-9);
    }

    [Fact]
    public void The_pmf_agrees_with_domain()
    {
        var model = new ParetoNbd(new(.55, 10.56, .61, 11.64));
        Assert.Equal(1, model.Pmf(10, 2) / 1.893708e-9, 5e-7);
        Assert.Equal(.5959380696, model.Pmf(0, 39), 5.1e-11);
        Assert.Equal(.0018899415, model.Pmf(11, 30), 5.1e-11);
    }

    private static (double Total, double Mae, double Rmse) Holdout(ParetoNbd model, PurchaseLog log, double weeks)
    {
        var predicted = log.Customers.Select(c => model.ExpectedPurchases(c.History, weeks)).ToList();
        var errors = log.Customers.Zip(predicted, (c, p) => p - c.HoldoutPurchases).ToList();
        return (predicted.Sum(), errors.Average(Math.Abs), Math.Sqrt(errors.Average(e => e * e)));
    }
}
