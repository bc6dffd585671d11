using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Sources: [BTYDplus] its demos and vignette; [domain] recomputed by independent code.</summary>
public sealed class NbdTests
{
    private static readonly Lazy<Nbd> s_grocery = new(() => Nbd.Fit(PurchaseLog.Grocery.Histories).Model!);

    // ---- published, agreement

    [Fact]
    public void The_fit_to_cdnow_agrees_with_BTYDplus_and_domain()
    {
        var fit = Nbd.Fit(PurchaseLog.Cdnow.Histories);
        Assert.Equal(.384766, fit.Model!.Parameters["r"], 1e-6);
        Assert.Equal(12.072024, fit.Model.Parameters["alpha"], 2e-5);
        Assert.Equal(-9763.657615, fit.LogLikelihood!.Value, 6e-6);
        var counted = PurchaseLog.Cdnow.Customers.Sum(c => Math.Log(fit.Model.Pmf((int)c.History.X, c.History.T)));
        Assert.Equal(-3193.0586752, counted, 1e-6);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Diagnosis);
        Assert.Equal(2, fit.StandardErrors.Count);
    }

    [Fact]
    public void The_fit_to_grocery_agrees_with_BTYDplus_and_domain()
    {
        var p = s_grocery.Value.Parameters;
        Assert.Equal(.420320, p["r"], 1e-6);
        Assert.Equal(5.245119, p["alpha"], 2e-5);
        Assert.Equal(-16376.8639, s_grocery.Value.LogLikelihood(PurchaseLog.Grocery.Histories), 6e-5);
        var counted = PurchaseLog.Grocery.Customers.Sum(c => Math.Log(s_grocery.Value.Pmf((int)c.History.X, c.History.T)));
        Assert.Equal(-3515.9380683, counted, 1e-6);
        double[] expected = [1.29018213, 2.19855671, 3.10693128, 4.01530586, 4.92368043];
        Assert.All(expected, (value, i) => Assert.Equal(
            1, s_grocery.Value.ExpectedPurchases(new PurchaseHistory(i + 1, 12, 52), 52) / value, 1e-5));
    }

    [Fact]
    public void The_holdouts_agree_with_the_peers()
    {
        var cdnow = Nbd.Fit(PurchaseLog.Cdnow.Histories).Model!;
        Assert.Equal(1, PurchaseLog.Cdnow.Customers.Sum(c => cdnow.ExpectedPurchases(c.History, 39)) / 2929.82, 1e-5);
        Assert.Equal(1, PurchaseLog.Grocery.Customers.Sum(c => s_grocery.Value.ExpectedPurchases(c.History, 52)) / 6354.75, 1e-5);
    }

    // ---- identities, degenerate

    [Fact]
    public void Nobody_leaves()
    {
        Nbd model = new(new(.4, 12));
        PurchaseHistory silent = new(3, 5, 500);
        Assert.Equal(1, model.PAlive(silent));
        Assert.Equal(1, model.PAliveAfter(silent, 1e6));
        Assert.Equal(double.PositiveInfinity, model.DiscountedExpectedResidualPurchases(silent, 0));
        Assert.Equal(3.4 / 512 / .002, model.DiscountedExpectedResidualPurchases(silent, .002), 1e-12);
        Assert.Equal(3.4 / 512 * 52, model.DiscountedExpectedPurchases(silent, 52, 0), 1e-13);
    }

    [Fact]
    public void The_likelihood_of_times_and_of_counts_differ_by_what_parameters_do_not_enter()
    {
        Nbd model = new(new(.4, 12));
        for (var x = 0; x < 20; x++)
        {
            var times = model.LogLikelihood(new PurchaseHistory(x, x == 0 ? 0 : 30, 39));
            var arrangements = (x * Math.Log(39)) - MathNet.Numerics.SpecialFunctions.FactorialLn(x);
            Assert.Equal(Math.Log(model.Pmf(x, 39)), times + arrangements, 1e-12);
        }
    }

    // ---- refusals

    [Fact]
    public void Parameters_and_horizons_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nbd(new(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nbd(new(1, double.NaN)));
        Nbd model = new(new(.4, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.SimulateNew(double.PositiveInfinity, new Random(1), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbd(new(1, 1, -1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbd(new(1, 1, 1, double.PositiveInfinity)));
    }
}
