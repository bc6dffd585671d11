using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What must hold for BG/CNBD-k and MBG/CNBD-k whatever the parameters, the history and k.</summary>
public sealed class RegularBuyingTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithReplay(20260721, 12345);

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
    public void The_histogram_is_the_pmf_of_each_customers_own_time()
    {
        foreach (var model in Some())
        {
            var expected = model.ExpectedFrequencies(Mini.Histories, 5);
            for (var x = 0; x < 5; x++)
            {
                var direct = Mini.Rows.Select((h, i) => Mini.Histories.Weight[i] * model.Pmf(x, h.T)).Sum();
                Assert.Equal(direct, expected[x], 1e-12);
            }

            Assert.Equal(19, expected.Sum(), 1e-12);
        }
    }

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
    public void Columns_give_what_single_customers_give()
    {
        var random = new Random(5);
        foreach (var length in Enumerable.Range(0, 41))
        {
            var x = Enumerable.Range(0, length).Select(_ => (double)random.Next(0, 6)).ToArray();
            var T = x.Select(_ => (double)random.Next(1, 50)).ToArray();
            var tx = x.Select((f, i) => f == 0 ? 0 : T[i] * (1 + random.Next(0, 4)) / 4).ToArray();
            PurchaseHistories columns = new(x, tx, T);
            foreach (var model in Some())
            {
                AssertSame(columns, d => model.PAlive(columns, d), h => model.PAlive(h));
                AssertSame(columns, d => model.PAliveAfter(columns, 9, d), h => model.PAliveAfter(h, 9));
                AssertSame(columns, d => model.ExpectedPurchases(columns, 52, d), h => model.ExpectedPurchases(h, 52));
                AssertSame(
                    columns, d => model.DiscountedExpectedResidualPurchases(columns, .0018, d),
                    h => model.DiscountedExpectedResidualPurchases(h, .0018));
            }
        }
    }

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

    private delegate void FillAll(Span<double> destination);

    private static IEnumerable<BetaGeometricCnbd> Some() =>
    [
        new BgCnbd(new(.36, 1.13, .52, 2.79), 2), new MbgCnbd(new(1.33, 2.81, .42, .79), 2),
        new MbgCnbd(new(1.2, .9, .9, 1.1), 7),
    ];

    private static void AssertSame(PurchaseHistories columns, FillAll fill, Func<PurchaseHistory, double> single)
    {
        var actual = new double[columns.Count];
        fill(actual);
        Assert.All(actual, (value, i) => Assert.Equal(single(columns[i]), value, 1e-13 * (1 + value)));
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

    private static void ForAll(int tests, Func<BetaGeometricCnbd, PurchaseHistory, double, bool> holds)
    {
        var letter = Gen.Choose(-700, 700).Select(n => Math.Exp(n / 200.0));
        var models =
            from coin in Gen.Choose(0, 1)
            from k in Gen.Choose(1, 12)
            from r in letter
            from alpha in letter
            from a in letter
            from b in letter
            let p = new BetaGeometricParameters(r, alpha, a, b)
            select coin == 0 ? (BetaGeometricCnbd)new BgCnbd(p, k) : new MbgCnbd(p, k);
        var cases =
            from model in models
            from x in Gen.Frequency((3, Gen.Choose(0, 5)), (1, Gen.Choose(6, 2000)))
            from T in Gen.Choose(1, 1100)
            from silent in Gen.Choose(0, 100)
            from t in Gen.Choose(1, 500)
            let tx = x == 0 ? 0 : T / 7.0 * (1 - (silent / 101.0))
            let gaps = x == 0 ? 0 : x * Math.Log(tx / x)
            select (Model: model, History: new PurchaseHistory(x, tx, T / 7.0) { LogGaps = gaps }, Horizon: t / 7.0);
        Prop.ForAll(cases.ToArbitrary(), c => holds(c.Model, c.History, c.Horizon)).Check(s_config.WithMaxTest(tests));
    }

    private static BetaGeometricCnbd Same(BetaGeometricCnbd kind, BetaGeometricParameters p) =>
        kind is MbgCnbd ? new MbgCnbd(p, kind.K) : new BgCnbd(p, kind.K);

    private static BetaGeometricParameters Parameters(BetaGeometricCnbd model)
    {
        var p = model.Parameters;
        return new(p["r"], p["alpha"], p["a"], p["b"]);
    }

    private static bool Close(double expected, double actual, double relative) =>
        Math.Abs(expected - actual) <= (relative * Math.Max(Math.Abs(expected), Math.Abs(actual))) + 1e-290;
}
