using Mainstay.Statistics.Attrition;
using static Mainstay.Statistics.Tests.Attrition.AnyModel;
using static Mainstay.Statistics.Tests.Attrition.RegularCases;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What must hold for BG/CNBD-k and MBG/CNBD-k whatever the parameters, the history and k.</summary>
public sealed class RegularIdentityTests
{
    [Fact]
    public void Probabilities_are_probabilities_and_expectations_are_finite_and_not_negative() =>
        ForAll(300, (model, history, t) =>
        {
            var values = new[]
            {
                model.ExpectedPurchases(history, t), model.ExpectedPurchases(t),
                model.DiscountedExpectedResidualPurchases(history, .0018),
            };
            var probabilities = new[]
            {
                model.PAlive(history), model.PBuys(history, t), model.Pmf(3, t), model.Pmf(history, 0, t),
                model.Pmf(history, 40, t),
            };
            return Array.TrueForAll(probabilities, p => p is >= 0 and <= 1 + 1e-12)
                && model.PAliveAfter(history, t) <= model.PAlive(history)
                && double.IsFinite(model.LogLikelihood(history))
                && Array.TrueForAll(values, v => double.IsFinite(v) && v >= 0);
        });

    [Fact]
    public void No_time_means_no_purchases() => ForAll(100, (model, history, _) =>
        model.ExpectedPurchases(history, 0) == 0 && model.PBuys(history, 0) == 0
            && model.DiscountedExpectedPurchases(history, 0, .01) == 0 && Close(1, model.Pmf(history, 0, 0), 1e-12));

    [Fact]
    public void Expected_purchases_rise_with_the_horizon_and_discounting_harder_is_worth_less() =>
        ForAll(200, (model, history, t) =>
        {
            var (near, far) = (model.ExpectedPurchases(history, t), model.ExpectedPurchases(history, 2 * t));
            var soft = model.DiscountedExpectedResidualPurchases(history, .001);
            var hard = model.DiscountedExpectedResidualPurchases(history, .002);
            return near <= far * (1 + 1e-12) && hard <= soft * (1 + 1e-9) && soft <= 2 * hard * (1 + 1e-9);
        });

    [Fact]
    public void Rescaling_time_rescales_alpha() => ForAll(200, (model, history, t) =>
    {
        const double Days = 7;
        var p = Parameters(model);
        var daily = Same(model, p with { Alpha = p.Alpha * Days });
        var days = new PurchaseHistory(history.X, history.Tx * Days, history.T * Days)
        {
            LogGaps = history.LogGaps + (history.X * Math.Log(Days)),
        };
        return Close(model.PAlive(history), daily.PAlive(days), 1e-10)
            && Close(model.ExpectedPurchases(history, t), daily.ExpectedPurchases(days, t * Days), 1e-10)
            && Close(
                model.DiscountedExpectedResidualPurchases(history, .0018),
                daily.DiscountedExpectedResidualPurchases(days, .0018 / Days), 1e-9)
            && Math.Abs(model.LogLikelihood(history) - daily.LogLikelihood(days) - (history.X * Math.Log(Days)))
                < 1e-9 * (1 + Math.Abs(model.LogLikelihood(history)));
    });

    [Fact]
    public void The_counts_sum_to_one_and_their_mean_is_the_expectation()
    {
        foreach (var model in Some())
        {
            foreach (var history in new PurchaseHistory[] { new(0, 0, 20), new(3, 20, 30), new(900, 29, 30) })
            {
                var counts = Enumerable.Range(0, 4000).Select(y => model.Pmf(history, y, 26)).ToList();
                Assert.Equal(1, counts.Sum(), 1e-10);
                Assert.Equal(1, counts.Select((p, y) => p * y).Sum() / model.ExpectedPurchases(history, 26), 1e-9);
                Assert.Equal(1 - counts[0], model.PBuys(history, 26), 1e-11);
            }

            var newcomers = Enumerable.Range(0, 4000).Select(x => model.Pmf(x, 26)).ToList();
            Assert.Equal(1, newcomers.Sum(), 1e-11);
            Assert.Equal(1, newcomers.Select((p, x) => p * x).Sum() / model.ExpectedPurchases(26), 1e-10);
        }
    }

    [Fact]
    public void The_histogram_is_the_pmf_of_each_customers_own_time() => CheckHistogram([.. Some()]);

    [Fact]
    public void Discounted_purchases_are_the_discounted_integral_of_the_expectation()
    {
        // δ∫e^(−δt)E[Y(t)]dt with t = e^y/δ: smooth and decaying on both sides, so equal steps converge fast.
        const double Delta = .02;
        foreach (var model in Some())
        {
            PurchaseHistory customer = new(3, 20, 30);
            var integral = 0.0;
            for (var y = -34.0; y < 4; y += .0625)
            {
                var ahead = Math.Exp(y) / Delta;
                integral += .0625 * Math.Exp(y - Math.Exp(y)) * model.ExpectedPurchases(customer, ahead);
            }

            Assert.Equal(1, model.DiscountedExpectedResidualPurchases(customer, Delta) / integral, 1e-9);
            Assert.Equal(1, model.DiscountedExpectedPurchases(customer, 2000, Delta) / integral, 1e-9);
            Assert.Equal(
                model.ExpectedPurchases(customer, 26), model.DiscountedExpectedPurchases(customer, 26, 0), 1e-12);
        }
    }

    [Fact]
    public void Columns_give_what_single_customers_give() => CheckColumns([.. Some()]);

    private static BetaGeometricCnbd Same(BetaGeometricCnbd kind, BetaGeometricParameters p) =>
        kind is MbgCnbd ? new MbgCnbd(p, kind.K) : new BgCnbd(p, kind.K);
}
