using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Special;
using static Mainstay.Statistics.Tests.Attrition.AnyModel;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What must hold for every parameter and every history, whatever the published examples are.</summary>
public sealed class BetaGeometricIdentityTests
{
    [Fact]
    public void Probabilities_are_probabilities_and_expectations_are_finite_and_not_negative() =>
        ForAll((model, history, t) =>
        {
            var values = new[]
            {
                model.ExpectedPurchases(history, t), model.ExpectedPurchases(t),
                model.DiscountedExpectedResidualPurchases(history, .0018),
            };
            return model.PAlive(history) is >= 0 and <= 1
                && model.PAliveAfter(history, t) <= model.PAlive(history)
                && double.IsFinite(model.LogLikelihood(history))
                && Array.TrueForAll(values, v => double.IsFinite(v) && v >= 0);
        });

    [Fact]
    public void No_time_means_no_purchases() => ForAll((model, history, _) =>
        model.ExpectedPurchases(history, 0) == 0 && model.ExpectedPurchases(0) == 0 && Close(1, model.Pmf(0, 0), 1e-12));

    [Fact]
    public void Expected_purchases_rise_with_the_horizon_and_stay_below_the_undying_customers() =>
        ForAll((model, history, t) =>
        {
            var (near, far) = (model.ExpectedPurchases(history, t), model.ExpectedPurchases(history, 2 * t));
            var rate = (model.Parameters["r"] + history.X) / (model.Parameters["alpha"] + history.T);
            return near <= far * (1 + 1e-12) && far <= 2 * near * (1 + 1e-12) && near <= rate * t * (1 + 1e-12);
        });

    [Fact]
    public void Discounting_harder_is_worth_less_and_never_more_than_the_undying_customer() =>
        ForAll((model, history, _) =>
        {
            var (soft, hard) = (
                model.DiscountedExpectedResidualPurchases(history, .001),
                model.DiscountedExpectedResidualPurchases(history, .002));
            var rate = (model.Parameters["r"] + history.X) / (model.Parameters["alpha"] + history.T);
            return hard <= soft * (1 + 1e-9) && soft <= 2 * hard * (1 + 1e-9) && hard <= rate / .002 * (1 + 1e-9);
        });

    [Fact]
    public void Rescaling_time_rescales_alpha() => ForAll((model, history, t) =>
    {
        const double Days = 7;
        var p = model.Parameters;
        var daily = Same(model, new(p["r"], p["alpha"] * Days, p["a"], p["b"]));
        PurchaseHistory days = new(history.X, history.Tx * Days, history.T * Days);
        return Close(model.PAlive(history), daily.PAlive(days), 1e-11)
            && Close(model.ExpectedPurchases(history, t), daily.ExpectedPurchases(days, t * Days), 1e-11)
            && Close(
                model.DiscountedExpectedResidualPurchases(history, .0018),
                daily.DiscountedExpectedResidualPurchases(days, .0018 / Days), 1e-9)
            && Math.Abs(model.LogLikelihood(history) - daily.LogLikelihood(days) - (history.X * Math.Log(Days)))
                < 1e-9 * (1 + Math.Abs(model.LogLikelihood(history)));
    });

    [Fact]
    public void Future_silence_is_the_same_as_silence_that_has_passed() => ForAll((model, history, t) =>
        model.PAliveAfter(history, t) == model.PAlive(history with { T = history.T + t }));

    [Fact]
    public void The_pmf_sums_to_one_and_its_mean_is_the_expectation()
    {
        foreach (BetaGeometricNbd model in new BetaGeometricNbd[]
            { new BgNbd(new(.243, 4.414, .793, 2.426)), new MbgNbd(new(.525, 6.183, .891, 1.614)) })
        {
            var (sum, mean) = (0.0, 0.0);
            for (var x = 0; x < 2500; x++)
            {
                sum += model.Pmf(x, 39);
                mean += x * model.Pmf(x, 39);
            }

            Assert.Equal(1, sum, 1e-12);
            Assert.Equal(model.ExpectedPurchases(39), mean, 1e-10);
        }
    }

    [Fact]
    public void The_histogram_is_the_pmf_of_each_customers_own_time() =>
        CheckHistogram(new MbgNbd(new(.525, 6.183, .891, 1.614)), new BgNbd(new(.243, 4.414, .793, 2.426)));

    [Fact]
    public void Expected_purchases_are_the_hypergeometric_form_of_the_paper() => ForAll((model, history, t) =>
    {
        // [FHL05 eq. 10] with its own cancellations; they cost digits near a = 1, hence the loose band there.
        var (r, alpha, a, b) = Letters(model);
        var (x, _, T) = history;
        var s = model is MbgNbd ? 1 : 0;
        var z = t / (alpha + T + t);
        if (z > .9 || Math.Abs(a - 1) < .02 || x > 100)
            return true;
        var f21 = Hypergeometric(r + x, b + x + s, a + b + x + s - 1, z);
        var ifAlive = (a + b + x + s - 1) / (a - 1) * (1 - (Math.Pow(1 - z, r + x) * f21));
        var lost = 1e-16 * (a + b + x) / Math.Abs(a - 1) / ifAlive;
        return Close(model.PAlive(history) * ifAlive, model.ExpectedPurchases(history, t), 1e-11 + (20 * lost));
    });

    [Fact]
    public void Discounted_purchases_are_the_discounted_integral_of_the_expectation() => ForAll(20, (model, history, _) =>
    {
        // δ∫e^(−δt)E[Y(t)]dt with t = e^y/δ: smooth and decaying on both sides, so equal steps converge fast.
        const double Delta = .02;
        var integral = 0.0;
        for (var y = -34.0; y < 4; y += .125)
            integral += .125 * Math.Exp(y - Math.Exp(y)) * model.ExpectedPurchases(history, Math.Exp(y) / Delta);
        return Close(integral, model.DiscountedExpectedResidualPurchases(history, Delta), 1e-9);
    });

    [Fact]
    public void Columns_give_exactly_what_single_customers_give() => CheckColumns(
        new BgNbd(new(.243, 4.414, .793, 2.426)), new MbgNbd(new(.525, 6.183, .891, 1.614)));

    [Fact]
    public void The_two_models_share_their_formulas_where_a_coin_makes_no_difference()
    {
        // With b one larger, the MBG customer who survived the first coin is the BG customer.
        var (bg, mbg) = (new BgNbd(new(.5, 6, .9, 2.6)), new MbgNbd(new(.5, 6, .9, 1.6)));
        PurchaseHistory customer = new(3, 20, 30);
        Assert.Equal(bg.PAlive(customer), mbg.PAlive(customer), 1e-14);
        Assert.Equal(bg.ExpectedPurchases(customer, 52), mbg.ExpectedPurchases(customer, 52), 1e-13);
        Assert.Equal(bg.ExpectedPurchases(52) * 1.6 / 2.5, mbg.ExpectedPurchases(52), 1e-13);
    }

    private static void ForAll(Func<BetaGeometricNbd, PurchaseHistory, double, bool> holds) => ForAll(300, holds);

    private static void ForAll(int tests, Func<BetaGeometricNbd, PurchaseHistory, double, bool> holds) => AnyModel.ForAll(
        from coin in Gen.Choose(0, 1)
        from r in Letter
        from alpha in Letter
        from a in Letter
        from b in Letter
        let p = new BetaGeometricParameters(r, alpha, a, b)
        select coin == 0 ? (BetaGeometricNbd)new BgNbd(p) : new MbgNbd(p), tests, holds);

    private static BetaGeometricNbd Same(BetaGeometricNbd kind, BetaGeometricParameters p) =>
        kind is MbgNbd ? new MbgNbd(p) : new BgNbd(p);

    private static BetaGeometricParameters Letters(BetaGeometricNbd model)
    {
        var p = model.Parameters;
        return new(p["r"], p["alpha"], p["a"], p["b"]);
    }

    /// <summary>₂F₁ by its series: enough for the published forms at z &lt; 0.9, and independent of the library's way.</summary>
    private static double Hypergeometric(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; n < 100_000 && Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= (a + n) / (c + n) * ((b + n) / (n + 1)) * z;
            sum += term;
        }

        return sum;
    }
}
