using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>
/// Sources: [BTYDplus] the package's own output; [domain] recomputed by independent code; [mpmath] the sums and
/// integrals of the model at thirty digits. The package's expectations given a history are an approximation for k
/// above 1 and are no oracle. What holds for both models and every k is in <see cref="RegularBuyingTests"/>.
/// </summary>
public sealed class BgCnbdTests
{
    private static readonly BgCnbd s_rounded = new(new(1.329, 2.813, .425, .790), k: 2);
    private static readonly Lazy<Fit<BgCnbd>> s_grocery = new(() => BgCnbd.Fit(PurchaseLog.Grocery.Histories));

    private static BgCnbd Grocery => s_grocery.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_grocery_chooses_two_stages_and_the_parameters_of_BTYDplus()
    {
        Assert.Equal(["r", "alpha", "a", "b", "k"], Grocery.Parameters.Keys);
        Assert.Equal(2, Grocery.K);
        double[] expected = [.359061, 1.129387, .522813, 2.785341];
        Assert.All(expected, (value, i) => Assert.Equal(1, Grocery.Parameters.Values.ElementAt(i) / value, 5e-5));
        Assert.Equal(-15054.1729045, s_grocery.Value.LogLikelihood!.Value, 1e-6);
        Assert.True(s_grocery.Value.Converged);
        Assert.Empty(s_grocery.Value.Diagnosis);
        Assert.Equal(["r", "alpha", "a", "b"], s_grocery.Value.StandardErrors.Keys);
    }

    [Fact]
    public void Counts_and_expectations_of_new_customers_match_BTYDplus()
    {
        var model = new BgCnbd(new(.359061, 1.129387, .522813, 2.785341), k: 2);
        double[] pmf = [.33905208, .19182518, .10778675, .07044947, .04997144];
        Assert.All(pmf, (p, x) => Assert.Equal(p, model.Pmf(x, 52), 4e-7));   // its parameters are printed rounded
        Assert.Equal(1, model.ExpectedPurchases(26) / 2.42142950, 2e-6);
        Assert.Equal(1, model.ExpectedPurchases(52) / 4.03920870, 2e-6);
    }

    // ---- agreement

    [Theory]
    [InlineData(1, -15836.5662306)]
    [InlineData(2, -15054.1729045)]
    [InlineData(3, -15074.706)]
    public void Log_likelihoods_by_k_agree_with_domain(int k, double expected) =>
        Assert.Equal(expected, BgCnbd.Fit(PurchaseLog.Grocery.Histories, k).LogLikelihood!.Value, 5e-4);

    [Fact]
    public void The_mini_data_agree_with_domain()
    {
        double[] logLikelihoods =
        [
            -2.7762959999, -2.3472675101, -3.0290448080, -8.9736748109, -12.6930553142, -18.6319101683, -22.3027389117,
            -25.5836116027,
        ];
        double[] alive = [1, 1, .00452091, .72409864, .84243830, .58310404, .89132033, .98343729];
        Assert.All(Mini.RegularRows, (h, i) => Assert.Equal(logLikelihoods[i], s_rounded.LogLikelihood(h), 5.1e-11));
        Assert.All(Mini.RegularRows, (h, i) => Assert.Equal(alive[i], s_rounded.PAlive(h), 5.1e-9));
        Assert.Equal(-142.89118269, s_rounded.LogLikelihood(Mini.Regular), 5.1e-9);
    }

    [Fact]
    public void The_pmf_agrees_with_domain()
    {
        double[] expected = [.043675, .370430, .143150];
        Assert.All(expected, (p, x) => Assert.Equal(p, s_rounded.Pmf(x, 52), 5.1e-7));
        Assert.Equal(4.73938, s_rounded.ExpectedPurchases(52), 5.1e-6);
    }

    [Theory]
    [InlineData(2, 2, 30.43, 38.86, 39, 1.7090939313896445)]
    [InlineData(2, 26, 30.86, 31, 39, 25.270053915164274)]
    [InlineData(3, 4, 26.57, 31, 52, 5.1486190794853591)]
    [InlineData(5, 10, 35, 39, 520, 58.191498739429069)]
    [InlineData(12, 1, 1.71, 38.86, 52, 5.7913932750634394e-7)]
    [InlineData(12, 300, 38.5, 38.86, 52, 5.8740569003966398)]
    public void Expected_purchases_agree_with_mpmath(int k, int x, double tx, double T, double ahead, double mpmath)
    {
        var model = new BgCnbd(new(1.329, 2.813, .425, .790), k);
        Assert.Equal(1, model.ExpectedPurchases(new PurchaseHistory(x, tx, T), ahead) / mpmath, 1e-12);
    }

    [Theory]
    [InlineData(1, 2, 30.43, 38.86, .0018, 11.0067154903993)]
    [InlineData(2, 2, 30.43, 38.86, .0018, 11.1934015393081)]
    [InlineData(3, 4, 26.57, 31, .02, 4.54359206164534)]
    [InlineData(12, 10, 35, 39, .0018, 54.045769674664)]
    public void Discounted_purchases_agree_with_mpmath(
        int k, int x, double tx, double T, double delta, double mpmath)
    {
        var model = new BgCnbd(new(1.329, 2.813, .425, .790), k);
        PurchaseHistory customer = new(x, tx, T);
        Assert.Equal(1, model.DiscountedExpectedResidualPurchases(customer, delta) / mpmath, 1e-12);
    }

    // ---- degenerate

    [Fact]
    public void One_time_buyers_never_leave_because_they_met_no_coin()
    {
        Assert.Equal(1, s_rounded.PAlive(new PurchaseHistory(0, 0, 1e6)));
        Assert.Equal(1, s_rounded.PAliveAfter(new PurchaseHistory(0, 0, 10), 1e6));
    }

    [Fact]
    public void Where_buying_is_not_regular_the_fit_says_that_bg_nbd_is_the_same()
    {
        var (chosen, plain) = (BgCnbd.Fit(PurchaseLog.Cdnow.Histories), BgNbd.Fit(PurchaseLog.Cdnow.Histories));
        Assert.Equal(new Diagnosis.NoRegularity("bg-nbd"), Assert.Single(chosen.Diagnosis));
        Assert.Equal(1, chosen.Model!.K);
        Assert.Equal(plain.LogLikelihood!.Value, chosen.LogLikelihood!.Value, 1e-8);
        Assert.All(plain.Model!.Parameters, p => Assert.Equal(1, chosen.Model.Parameters[p.Key] / p.Value, 1e-8));
        Assert.All(plain.StandardErrors, e => Assert.Equal(1, chosen.StandardErrors[e.Key] / e.Value, 1e-8));
    }
}
