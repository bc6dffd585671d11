using Mainstay.Statistics.Attrition;
using static Mainstay.Statistics.Tests.Attrition.AnyModel;
using static Mainstay.Statistics.Tests.Attrition.RegularCases;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>BG/CNBD-k and MBG/CNBD-k against other ways to the same numbers, and at their limits.</summary>
public sealed class RegularBuyingTests
{
    // ---- agreement: at k = 1 with the models of buying at random, for every k with two ways of summing

    [Fact]
    public void One_stage_is_buying_at_random() => ForAll(200, (model, history, t) =>
    {
        var p = Parameters(model);
        var (regular, random) = model is MbgCnbd
            ? ((BetaGeometricCnbd)new MbgCnbd(p, 1), (BetaGeometricNbd)new MbgNbd(p))
            : (new BgCnbd(p, 1), new BgNbd(p));
        return Close(random.LogLikelihood(history), regular.LogLikelihood(history), 1e-12)
            && Close(random.PAlive(history), regular.PAlive(history), 1e-12)
            && Close(random.PAliveAfter(history, t), regular.PAliveAfter(history, t), 1e-12)
            && Close(random.ExpectedPurchases(history, t), regular.ExpectedPurchases(history, t), 1e-11)
            && Close(random.PBuys(history, t), regular.PBuys(history, t), 1e-10)
            && Close(random.Pmf(2, t), regular.Pmf(2, t), 1e-10)
            && Close(
                random.DiscountedExpectedResidualPurchases(history, .0018),
                regular.DiscountedExpectedResidualPurchases(history, .0018), 1e-9);
    });

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    public void Counting_stages_and_their_spectrum_are_two_ways_to_one_sum(int k)
    {
        foreach (var (R, z, a, b) in new[]
            {
                (.3, 5.0, .8, 2.4), (.3, 200, .8, 2.4), (30, 20, .4, 20), (30, 20, 1.4, .1), (3, 60, 5, .02),
                (2000, 1, .5, 700), (.05, 40, .02, .02),
            })
        {
            var purchases = new RegularPurchases(k, a, b);
            for (var j = 0; j < k; j++)
                Assert.Equal(1, purchases.BySpectrum(R, z, j) / purchases.ByCount(R, z, j), 1e-13);
        }
    }

    [Theory]
    [InlineData(2, .4, 1.2, .6, 2.5)]
    [InlineData(3, 1.3, 4.0, .4, .8)]
    public void What_is_expected_of_groups_is_what_simulated_groups_do(
        int k, double r, double alpha, double a, double b)
    {
        // From first principles: every customer is lived through to T + t, and those alike at T are compared.
        const double T = 30, Ahead = 25, Delta = .02;
        var (model, random) = (new MbgCnbd(new(r, alpha, a, b), k), new Random(77));
        var groups = new Dictionary<(double, bool), List<double[]>>();
        for (var i = 0; i < 30_000; i++)
        {
            var (history, after, alive) = Live(random, k, r, alpha, a, b, T, Ahead);
            var (bought, worth) = (after.Count, after.Sum(u => Math.Exp(-Delta * u)));
            double[] surprise =
            [
                (alive ? 1 : 0) - model.PAlive(history),
                bought - model.ExpectedPurchases(history, Ahead),
                (bought > 0 ? 1 : 0) - model.PBuys(history, Ahead),
                (bought == 2 ? 1 : 0) - model.Pmf(history, 2, Ahead),
                i % 10 > 0 ? 0 : worth - model.DiscountedExpectedPurchases(history, Ahead, Delta),
            ];
            var group = (Math.Min(history.X, 6), history.Tx > 25);
            if (!groups.TryGetValue(group, out var members))
                groups.Add(group, members = []);
            members.Add(surprise);
        }

        Assert.True(groups.Count > 10);
        foreach (var members in groups.Values.Where(m => m.Count > 100))
        {
            for (var of = 0; of < 5; of++)
            {
                var mean = members.Average(m => m[of]);
                var error = Math.Sqrt(members.Average(m => m[of] * m[of]) / members.Count);
                Assert.InRange(mean, -4 * error, 4 * error);
            }
        }
    }

    // ---- identities

    [Fact]
    public void Drawn_customers_buy_as_often_as_the_counts_say()
    {
        var random = new Random(31);
        foreach (var model in Some())
        {
            PurchaseHistory customer = new(3, 20, 30);
            var (alive, newcomers) = (new int[20_000], new int[20_000]);
            for (var i = 0; i < alive.Length; i++)
            {
                var (after, before) = (new List<double>(), new List<double>());
                model.SimulateAlive(customer, 26, random, after);
                model.SimulateNew(26, random, before);
                (alive[i], newcomers[i]) = (after.Count, before.Count);
                Assert.All(after.Concat(before), at => Assert.InRange(at, 0, 26));
            }

            var pAlive = model.PAlive(customer);
            AssertMean(model.ExpectedPurchases(customer, 26) / pAlive, [.. alive.Select(n => (double)n)]);
            AssertMean(model.PBuys(customer, 26) / pAlive, [.. alive.Select(n => n > 0 ? 1.0 : 0)]);
            AssertMean(model.ExpectedPurchases(26), [.. newcomers.Select(n => (double)n)]);
            AssertMean(model.Pmf(1, 26), [.. newcomers.Select(n => n == 1 ? 1.0 : 0)]);
        }
    }

    // ---- degenerate

    [Fact]
    public void Silence_weighs_more_the_more_regular_the_customer()
    {
        PurchaseHistory silent = new(6, 20, 30);
        var alive = new[] { 1, 2, 3, 5, 8 }.Select(k => new MbgCnbd(new(1.3, 4.0 / k, .4, .8), k).PAlive(silent));
        Assert.Equal(alive.OrderByDescending(p => p), alive);
    }

    [Fact]
    public void Heavy_buyers_and_long_horizons_are_finite_and_bounded_by_the_coins()
    {
        foreach (var model in Some())
        {
            Assert.Equal(0, model.PAlive(new PurchaseHistory(1000, 10, 100)), 1e-300);
            Assert.Equal(0, model.ExpectedPurchases(new PurchaseHistory(1000, 10, 100), 52), 1e-300);
            var heavy = model.ExpectedPurchases(new PurchaseHistory(100_000, 100, 100), 52);
            Assert.InRange(heavy, 20_000, 52_100);
        }

        var leaving = new MbgCnbd(new(1.3, 2.8, 3, .8), 3);
        PurchaseHistory customer = new(3, 20, 30);
        var all = leaving.DiscountedExpectedResidualPurchases(customer, 0);
        Assert.Equal(6.8 / 2 * leaving.PAlive(customer), all, 1e-12);
        Assert.Equal(1, leaving.ExpectedPurchases(customer, 1e9) / all, 1e-7);
        Assert.Equal(1, leaving.DiscountedExpectedResidualPurchases(customer, 1e-11) / all, 1e-7);
        Assert.Equal(
            double.PositiveInfinity, Some().First().DiscountedExpectedResidualPurchases(customer, 0));
    }

    private static void AssertMean(double expected, double[] draws)
    {
        var mean = draws.Average();
        var error = Math.Sqrt(draws.Average(d => (d - mean) * (d - mean)) / draws.Length);
        var few = 4.0 / draws.Length;   // events so rare that a sample may hold none of them
        Assert.InRange(mean, expected - (4 * error) - few, expected + (4 * error) + few);
    }

    private static (PurchaseHistory History, List<double> After, bool Alive) Live(
        Random random, int k, double r, double alpha, double a, double b, double T, double ahead)
    {
        double Shape(double shape) => MathNet.Numerics.Distributions.Gamma.Sample(random, shape, 1);
        var (rate, stay, leave) = (Shape(r) / alpha, Shape(b), Shape(a));
        var (times, at) = (new List<double>(), 0.0);
        var alive = random.NextDouble() * (stay + leave) > leave;
        var aliveAtT = alive;
        while (alive)
        {
            for (var stage = 0; stage < k; stage++)
                at -= Math.Log(1 - random.NextDouble()) / rate;
            if (at > T + ahead)
                break;
            times.Add(at);
            alive = random.NextDouble() * (stay + leave) > leave;
            aliveAtT = at <= T ? alive : aliveAtT;
        }

        var before = times.FindAll(t => t <= T);
        return (
            new(before.Count, before.LastOrDefault(), T), [.. times.Where(t => t > T).Select(t => t - T)], aliveAtT);
    }
}
