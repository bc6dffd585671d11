using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using static Mainstay.Statistics.Tests.Attrition.AnyModel;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What must hold for every parameter and every history of Pareto/NBD and NBD.</summary>
public sealed class ParetoNbdIdentityTests
{
    private static readonly ParetoNbd s_model = new(new(.553, 10.578, .606, 11.669));

    [Fact]
    public void Probabilities_are_probabilities_and_expectations_are_finite_and_not_negative() =>
        ForAll((model, history, t) =>
        {
            double[] probabilities =
            [
                model.PAlive(history), model.PAliveAfter(history, t), model.PBuys(history, t),
                model.Pmf(history, 0, t), model.Pmf(history, 3, t), model.Pmf((int)history.X, t),
            ];
            double[] values =
            [
                model.ExpectedPurchases(history, t), model.ExpectedPurchases(t),
                model.DiscountedExpectedResidualPurchases(history, .0018),
                model.DiscountedExpectedPurchases(history, t, .0018),
            ];
            return Array.TrueForAll(probabilities, p => p is >= 0 and <= 1)
                && model.PAliveAfter(history, t) <= model.PAlive(history) * (1 + 1e-12)
                && double.IsFinite(model.LogLikelihood(history))
                && Array.TrueForAll(values, v => double.IsFinite(v) && v >= 0);
        });

    [Fact]
    public void Buying_and_not_buying_add_up() => ForAll((model, history, t) =>
        Close(1, model.PBuys(history, t) + model.Pmf(history, 0, t), 1e-11)
            && model.PBuys(history, t) <= model.ExpectedPurchases(history, t) * (1 + 1e-11));

    [Fact]
    public void No_time_means_no_purchases() => ForAll((model, history, _) =>
        model.ExpectedPurchases(history, 0) == 0 && model.ExpectedPurchases(0) == 0 && model.Pmf(0, 0) == 1
            && model.Pmf(2, 0) == 0 && model.PBuys(history, 0) == 0
            && model.DiscountedExpectedPurchases(history, 0, .01) == 0);

    [Fact]
    public void Expected_purchases_rise_with_the_horizon_and_stay_below_the_undying_customers() =>
        ForAll((model, history, t) =>
        {
            var (near, far) = (model.ExpectedPurchases(history, t), model.ExpectedPurchases(history, 2 * t));
            var rate = (model.Parameters["r"] + history.X) / (model.Parameters["alpha"] + history.T);
            return near <= far * (1 + 1e-12) && far <= 2 * near * (1 + 1e-12) && near <= rate * t * (1 + 1e-12);
        });

    [Fact]
    public void Discounting_harder_or_stopping_sooner_is_worth_less() => ForAll((model, history, t) =>
    {
        var (soft, hard) = (
            model.DiscountedExpectedResidualPurchases(history, .001),
            model.DiscountedExpectedResidualPurchases(history, .002));
        var (until, undiscounted) = (
            model.DiscountedExpectedPurchases(history, t, .001), model.ExpectedPurchases(history, t));
        return hard <= soft * (1 + 1e-12) && soft <= 2 * hard * (1 + 1e-12)
            && until <= soft * (1 + 1e-9) && until <= undiscounted * (1 + 1e-9)
            && until >= undiscounted * Math.Exp(-.001 * t) * (1 - 1e-9)
            && Close(model.DiscountedExpectedPurchases(history, t, 0), undiscounted, 1e-12);
    });

    [Fact]
    public void Discounted_purchases_are_the_integral_over_an_endless_horizon() => ForAll((model, history, _) => Close(
        model.DiscountedExpectedPurchases(history, 4000, .01),
        model.DiscountedExpectedResidualPurchases(history, .01), 1e-8));

    [Fact]
    public void Rescaling_time_rescales_alpha_and_beta() => ForAll((model, history, t) =>
    {
        const double Days = 7;
        var p = model.Parameters;
        ILatentAttrition daily = model is Nbd
            ? new Nbd(new(p["r"], p["alpha"] * Days))
            : new ParetoNbd(new(p["r"], p["alpha"] * Days, p["s"], p["beta"] * Days));
        PurchaseHistory days = new(history.X, history.Tx * Days, history.T * Days);
        return Close(model.PAlive(history), daily.PAlive(days), 1e-11)
            && Close(model.ExpectedPurchases(history, t), daily.ExpectedPurchases(days, t * Days), 1e-11)
            && Close(model.Pmf(history, 2, t), daily.Pmf(days, 2, t * Days), 1e-10)
            && Close(
                model.DiscountedExpectedResidualPurchases(history, .0018),
                daily.DiscountedExpectedResidualPurchases(days, .0018 / Days), 1e-11)
            && Math.Abs(model.LogLikelihood(history) - daily.LogLikelihood(days) - (history.X * Math.Log(Days)))
                < 1e-12 * (1 + Math.Abs(model.LogLikelihood(history)) + (10 * history.X) + model.Parameters["r"]);
    });

    [Fact]
    public void The_pmf_sums_to_one_and_its_mean_is_the_expectation()
    {
        foreach (var model in new ILatentAttrition[] { s_model, new Nbd(new(.385, 12.07)) })
        {
            PurchaseHistory history = new(2, 30.43, 38.86);
            var (sum, mean, sumLater, meanLater) = (0.0, 0.0, 0.0, 0.0);
            for (var x = 0; x < 250; x++)
            {
                var (p, later) = (model.Pmf(x, 39), model.Pmf(history, x, 39));
                (sum, mean, sumLater, meanLater) = (sum + p, mean + (x * p), sumLater + later, meanLater + (x * later));
            }

            Assert.Equal(1, sum, 1e-12);
            Assert.Equal(model.ExpectedPurchases(39), mean, 1e-10);
            Assert.Equal(1, sumLater, 1e-12);
            Assert.Equal(model.ExpectedPurchases(history, 39), meanLater, 1e-10);
        }
    }

    [Fact]
    public void The_histogram_is_the_pmf_of_each_customers_own_time() =>
        CheckHistogram(s_model, new Nbd(new(.385, 12.07)));

    [Fact]
    public void The_fit_knows_no_unit_of_time_no_order_and_no_duplicates()
    {
        var weeks = ParetoNbd.Fit(PurchaseLog.Cdnow.Histories);
        var days = PurchaseLog.Cdnow.Customers.Select(c => c.History).Reverse().ToList();
        var fit = ParetoNbd.Fit(new(
            [.. days.Select(h => h.X)], [.. days.Select(h => h.Tx * 7)], [.. days.Select(h => h.T * 7)]));
        Assert.Equal(2357, fit.DistinctRows);
        Assert.Equal(weeks.LogLikelihood!.Value - (2457 * Math.Log(7)), fit.LogLikelihood!.Value, 1e-7);
        foreach (var (letter, value) in weeks.Model!.Parameters)
        {
            var unit = letter is "alpha" or "beta" ? 7 : 1;
            Assert.Equal(1, fit.Model!.Parameters[letter] / value / unit, 1e-6);
            Assert.Equal(1, fit.StandardErrors[letter] / weeks.StandardErrors[letter] / unit, 1e-5);
        }
    }

    [Fact]
    public void A_sample_to_start_from_gives_the_same_answer()
    {
        var (all, sampled) = (
            ParetoNbd.Fit(PurchaseLog.Cdnow.Histories),
            ParetoNbd.Fit(PurchaseLog.Cdnow.Histories, new FitOptions { SampleRows = 100 }));
        Assert.Equal(all.LogLikelihood!.Value, sampled.LogLikelihood!.Value, 1e-8);
        Assert.All(all.Model!.Parameters, p => Assert.Equal(1, sampled.Model!.Parameters[p.Key] / p.Value, 1e-6));
    }

    [Fact]
    public void Columns_give_exactly_what_single_customers_give() =>
        CheckColumns(s_model, new Nbd(new(.385, 12.07)));

    [Fact]
    public void Simulated_customers_behave_as_the_formulas_say()
    {
        foreach (var model in new ILatentAttrition[] { s_model, new Nbd(new(.385, 12.07)) })
        {
            PurchaseHistory history = new(4, 20, 31);
            var (random, fresh, alive, purchases) = (new Random(8), 0, 0, new List<double>());
            const int Draws = 40_000;
            for (var i = 0; i < Draws; i++)
            {
                purchases.Clear();
                model.SimulateNew(39, random, purchases);
                fresh += purchases.Count;
                purchases.Clear();
                model.SimulateAlive(history, 39, random, purchases);
                alive += purchases.Count;
                Assert.True(purchases.TrueForAll(at => at is > 0 and <= 39));
                Assert.Equal(purchases.Order(), purchases);
            }

            // Standard errors of the means are about .012 and .015.
            Assert.Equal(model.ExpectedPurchases(39), (double)fresh / Draws, .05);
            Assert.Equal(model.ExpectedPurchases(history, 39) / model.PAlive(history), (double)alive / Draws, .06);
        }
    }

    private static void ForAll(Func<ILatentAttrition, PurchaseHistory, double, bool> holds) => AnyModel.ForAll(
        from kind in Gen.Choose(0, 4)
        from r in Letter
        from alpha in Letter
        from s in Letter
        from beta in Letter
        select kind == 0 ? (ILatentAttrition)new Nbd(new(r, alpha)) : new ParetoNbd(new(r, alpha, s, beta)),
        tests: 200, holds);
}
