using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Sources as in <see cref="BgCnbdTests"/>.</summary>
public sealed class MbgCnbdTests
{
    private static readonly MbgCnbd s_rounded = new(new(1.329, 2.813, .425, .790), k: 2);
    private static readonly Lazy<Fit<MbgCnbd>> s_grocery = new(() => MbgCnbd.Fit(PurchaseLog.Grocery.Histories));

    private static MbgCnbd Grocery => s_grocery.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_grocery_chooses_two_stages_and_the_parameters_of_BTYDplus()
    {
        Assert.Equal(2, Grocery.Parameters["k"]);
        double[] expected = [1.329197, 2.812600, .424716, .790040];
        Assert.All(expected, (value, i) => Assert.Equal(1, Grocery.Parameters.Values.ElementAt(i) / value, 5e-5));
        Assert.Equal(-14978.2107316, s_grocery.Value.LogLikelihood!.Value, 1e-6);
        Assert.True(s_grocery.Value.Converged);
        Assert.Empty(s_grocery.Value.Diagnosis);
        Assert.Equal(.32898, PurchaseLog.Grocery.Customers.Average(c => Grocery.PAlive(c.History)), 5.1e-6);
    }

    [Fact]
    public void Single_customers_match_BTYDplus()
    {
        var model = new MbgCnbd(new(1.329197, 2.812600, .424716, .790040), k: 2);
        double[] alive = [.15642535, .02921112, .00386127, .00043983, .0000461024];
        Assert.All(alive, (p, i) => Assert.Equal(1, model.PAlive(new PurchaseHistory(i + 1, 12, 52)) / p, 3e-5));
        double[] pmf = [.37801597, .14829517, .08925370, .06279377, .04776643];
        Assert.All(pmf, (p, x) => Assert.Equal(p, model.Pmf(x, 52), 4e-7));   // its parameters are printed rounded
        Assert.Equal(1, model.ExpectedPurchases(26) / 2.44613473, 2e-6);
        Assert.Equal(1, model.ExpectedPurchases(52) / 4.09510330, 2e-6);
    }

    // ---- agreement

    [Theory]
    [InlineData(1, -15781.93938)]
    [InlineData(2, -14978.21073)]
    [InlineData(3, -14996.85042)]
    [InlineData(4, -15326.92261)]
    [InlineData(5, -15821.03533)]
    [InlineData(6, -16416.37108)]
    public void Log_likelihoods_by_k_agree_with_BTYDplus(int k, double expected)
    {
        var above = MbgCnbd.Fit(PurchaseLog.Grocery.Histories, k).LogLikelihood!.Value - expected;
        Assert.InRange(above, -5.1e-6, 5e-5);   // the peer stops a little short of the optimum
    }

    [Fact]
    public void The_mini_data_agree_with_domain()
    {
        double[] logLikelihoods =
        [
            -.9408864369, -.8867962772, -4.0543131830, -9.2195878226, -12.8115110423, -18.7400331303, -22.3514946273,
            -25.5999696445,
        ];
        double[] alive = [.10373912, .15093022, .01018530, .80356243, .87109190, .61607437, .90038928, .98404567];
        Assert.All(Mini.RegularRows, (h, i) => Assert.Equal(logLikelihoods[i], s_rounded.LogLikelihood(h), 5.1e-11));
        Assert.All(Mini.RegularRows, (h, i) => Assert.Equal(alive[i], s_rounded.PAlive(h), 5.1e-9));
        Assert.Equal(-134.33576888, s_rounded.LogLikelihood(Mini.Regular), 5.1e-9);
    }

    [Fact]
    public void The_pmf_agrees_with_domain()
    {
        double[] expected = [.378192, .148331, .089260, .062790, .047757];
        Assert.All(expected, (p, x) => Assert.Equal(p, s_rounded.Pmf(x, 52), 5.1e-7));
        Assert.Equal(4.09166, s_rounded.ExpectedPurchases(52), 5.1e-6);
    }

    [Theory]
    [InlineData(2, 2, 30.43, 38.86, 39, 1.9583220340923637)]
    [InlineData(2, 26, 30.86, 31, 39, 25.410258458157221)]
    [InlineData(3, 4, 26.57, 31, 52, 5.4596478934952214)]
    [InlineData(5, 10, 35, 39, 520, 60.431611622028064)]
    [InlineData(12, 1, 1.71, 38.86, 52, 1.3820907812105125e-6)]
    [InlineData(12, 300, 38.5, 38.86, 52, 5.8960690409405869)]
    public void Expected_purchases_agree_with_mpmath(int k, int x, double tx, double T, double ahead, double mpmath)
    {
        var model = new MbgCnbd(new(1.329, 2.813, .425, .790), k);
        Assert.Equal(1, model.ExpectedPurchases(new PurchaseHistory(x, tx, T), ahead) / mpmath, 1e-12);
    }

    [Theory]
    [InlineData(2, 2, 30.43, 38.86, .0018, 13.7741893704119)]
    [InlineData(3, 4, 26.57, 31, .02, 4.84276878896417)]
    [InlineData(12, 10, 35, 39, .0018, 56.1621312532556)]
    public void Discounted_purchases_agree_with_mpmath(
        int k, int x, double tx, double T, double delta, double mpmath)
    {
        var model = new MbgCnbd(new(1.329, 2.813, .425, .790), k);
        PurchaseHistory customer = new(x, tx, T);
        Assert.Equal(1, model.DiscountedExpectedResidualPurchases(customer, delta) / mpmath, 1e-12);
    }

    [Fact]
    public void The_holdout_of_grocery_is_nearer_than_under_the_approximation()
    {
        // BTYDplus expects 3970 by its approximation; 3389 purchases were made.
        var predicted = PurchaseLog.Grocery.Customers.Select(c => Grocery.ExpectedPurchases(c.History, 52)).ToList();
        var actual = PurchaseLog.Grocery.Customers.Select(c => (double)c.HoldoutPurchases).ToList();
        Assert.Equal(3389, actual.Sum());
        Assert.Equal(3811.54, predicted.Sum(), .01);
        Assert.Equal(1.399794, predicted.Zip(actual, (p, y) => Math.Abs(p - y)).Average(), 2e-6);   // its: 1.431044
    }

    // ---- degenerate

    [Fact]
    public void A_new_customer_has_met_one_coin() =>
        Assert.Equal(.790 / (.425 + .790), s_rounded.PAlive(default(PurchaseHistory)), 1e-15);

    [Fact]
    public void Where_buying_is_not_regular_the_fit_says_that_mbg_nbd_is_the_same()
    {
        var fit = MbgCnbd.Fit(PurchaseLog.Cdnow.Histories);
        Assert.Equal(new Diagnosis.NoRegularity("mbg-nbd"), Assert.Single(fit.Diagnosis));
        Assert.Equal(-9582.1357156, fit.LogLikelihood!.Value, 1e-6);
    }
}
