using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Every question to every model, for customers as odd as logs hold them.</summary>
public sealed class EveryModelTests
{
    private static readonly Dictionary<string, double[]> s_parameters = new()
    {
        ["nbd"] = [.385, 12.07],
        ["bg-nbd"] = [.243, 4.414, .793, 2.426],
        ["mbg-nbd"] = [.525, 6.183, .891, 1.614],
        ["pareto-nbd"] = [.553, 10.578, .606, 11.669],
        ["bg-cnbd-k"] = [.36, 1.13, .52, 2.79, 2],
        ["mbg-cnbd-k"] = [1.33, 2.81, .42, .79, 2],
    };

    private static readonly PurchaseHistory[] s_odd =
    [
        new(0, 0, 0), new(0, 0, 39), new(0, 0, 1e6), new(1, 1e-3, 1e-3), new(1, 39, 39), new(3, 1e-6, 39),
        new(7, 29.43, 38.86), new(26, 30.86, 31), new(300, 12, 1000), new(5000, 500, 500), new(5000, 499, 520),
        new(2, 1, 1e6),
    ];

    public static TheoryData<string> Names => [.. AttritionFamilies.All.Select(family => family.Name)];

    private static PurchaseHistories Columns => new(
        [.. s_odd.Select(h => h.X)], [.. s_odd.Select(h => h.Tx)], [.. s_odd.Select(h => h.T)])
    {
        TotalLogGaps = 0,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Probabilities_are_probabilities_and_expectations_finite(string name)
    {
        var model = Model(name);
        foreach (var h in s_odd)
        {
            Assert.True(double.IsFinite(model.LogLikelihood(h)), $"ℓ of {h}");
            foreach (var t in new[] { 0, 1e-3, 52, 5000 })
            {
                Assert.InRange(model.PAliveAfter(h, t), 0, model.PAlive(h) * (1 + 1e-12));
                Assert.InRange(model.PBuys(h, t), 0, model.PAlive(h) * (1 + 1e-12));
                Assert.InRange(model.ExpectedPurchases(h, t), 0, double.MaxValue);
                Assert.Equal(model.PBuys(h, t), 1 - model.Pmf(h, 0, t), 1e-9);
                Assert.InRange(model.Pmf(h, 3, t), 0, 1);
                Assert.InRange(model.Pmf(3, t), 0, 1);
                Assert.InRange(model.ExpectedPurchases(t), 0, double.MaxValue);
                Assert.InRange(
                    model.DiscountedExpectedPurchases(h, t, .0018), 0, model.ExpectedPurchases(h, t) * (1 + 1e-9));
            }

            Assert.InRange(model.PAlive(h), 0, 1);
            Assert.InRange(model.DiscountedExpectedResidualPurchases(h, .0018), 0, double.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_happens_in_no_time(string name)
    {
        var model = Model(name);
        foreach (var h in s_odd)
        {
            Assert.Equal(0, model.ExpectedPurchases(h, 0));
            Assert.Equal(0, model.DiscountedExpectedPurchases(h, 0, .0018));
            Assert.Equal(0, model.PBuys(h, 0), 1e-15);
            Assert.Equal(1, model.Pmf(h, 0, 0), 1e-15);
            Assert.Equal(model.PAlive(h), model.PAliveAfter(h, 0), 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_longer_ahead_the_more_and_at_last_everything(string name)
    {
        var model = Model(name);
        foreach (var h in s_odd)
        {
            var values = new[] { 1.0, 10, 100, 1000, 12_000 }
                .Select(t => model.DiscountedExpectedPurchases(h, t, .0018)).ToList();
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First <= pair.Second * (1 + 1e-12)));
            var all = model.DiscountedExpectedResidualPurchases(h, .0018);

            // e^(−.0018·12,000) = 4e-10 of the purchases at a customer's present pace is left out.
            Assert.Equal(all, values[^1], 1e-7 * (1e-9 + all));
            Assert.Equal(model.ExpectedPurchases(h, 100), model.DiscountedExpectedPurchases(h, 100, 0), 1e-9 * (1 + all));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_pmf_sums_to_one_and_its_mean_is_the_expectation(string name)
    {
        var model = Model(name);
        foreach (var h in s_odd.Where(h => h is { X: < 30, T: < 100, Tx: > .1 or 0 }))
        {
            var (sum, mean, fresh, freshMean) = (0.0, 0.0, 0.0, 0.0);
            for (var y = 0; y < 300; y++)
            {
                var (known, unknown) = (model.Pmf(h, y, 13), model.Pmf(y, 13));
                (sum, mean, fresh, freshMean) = (sum + known, mean + (y * known), fresh + unknown, freshMean + (y * unknown));
            }

            Assert.Equal(1, sum, 1e-9);
            Assert.Equal(model.ExpectedPurchases(h, 13), mean, 1e-8 * (1 + mean));
            Assert.Equal(1, fresh, 1e-9);
            Assert.Equal(model.ExpectedPurchases(13), freshMean, 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_give_what_single_customers_give(string name)
    {
        var (model, columns) = (Model(name), Columns);
        AssertSame(columns, d => model.PAlive(columns, d), h => model.PAlive(h));
        AssertSame(columns, d => model.PAliveAfter(columns, 9, d), h => model.PAliveAfter(h, 9));
        AssertSame(columns, d => model.ExpectedPurchases(columns, 52, d), h => model.ExpectedPurchases(h, 52));
        AssertSame(
            columns, d => model.DiscountedExpectedResidualPurchases(columns, .0018, d),
            h => model.DiscountedExpectedResidualPurchases(h, .0018));
        Assert.Equal(1, s_odd.Sum(h => model.LogLikelihood(h)) / model.LogLikelihood(columns), 1e-13);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_of_columns_are_those_of_single_customers(string name)
    {
        var (model, columns) = (Model(name), Columns);
        foreach (var (t, most) in new[] { (0.0, 0), (13.0, 9), (400.0, 40) })
        {
            double[] y = [.. s_odd.Select((_, i) => (double)(i * 7 % (most + 1)))];
            var (below, at) = (new double[y.Length], new double[y.Length]);
            model.Pmf(columns, y, t, below, at);
            for (var i = 0; i < y.Length; i++)
            {
                Assert.Equal(model.Pmf(s_odd[i], (int)y[i], t), at[i], 1e-12);
                Assert.Equal(
                    Enumerable.Range(0, (int)y[i]).Sum(fewer => model.Pmf(s_odd[i], fewer, t)), below[i], 1e-11);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_below_zero_are_refused_by_name(string name)
    {
        var (model, columns) = (Model(name), Columns);
        var y = new double[columns.Count];
        y[^1] = -1;
        var wrong = Assert.ThrowsAny<ArgumentOutOfRangeException>(
            () => model.Pmf(columns, y, 13, new double[y.Length], new double[y.Length]));
        Assert.Equal("y", wrong.ParamName);
        Assert.ThrowsAny<ArgumentOutOfRangeException>(
            () => model.Pmf(columns, new double[y.Length], -1, new double[y.Length], new double[y.Length]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_histogram_sums_to_the_customers_and_tracking_never_falls(string name)
    {
        var model = Model(name);
        Assert.Equal(Mini.Histories.TotalWeight, model.ExpectedFrequencies(Mini.Histories, 7).Sum(), 1e-9);
        foreach (var tracking in new[]
            { Tracking.Expected(model, Mini.Histories, 60), Tracking.Ahead(model, Mini.Histories, 60) })
        {
            Assert.All(tracking.Incremental, value => Assert.InRange(value, 0, double.MaxValue));
            Assert.Equal(tracking.Cumulative[^1], tracking.Incremental.Sum(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Simulated_purchases_follow_the_pmf(string name)
    {
        const int Draws = 20_000;
        var (model, random, purchases) = (Model(name), new Random(20260721), new List<double>());
        PurchaseHistory history = new(4, 26.57, 31);
        var (fresh, alive) = (new Counts(), new Counts());
        for (var i = 0; i < Draws; i++)
        {
            purchases.Clear();
            model.SimulateNew(26, random, purchases);
            fresh.Add(purchases, 26);
            purchases.Clear();
            model.SimulateAlive(history, 26, random, purchases);
            alive.Add(purchases, 26);
        }

        var pAlive = model.PAlive(history);
        fresh.AssertLike(y => model.Pmf(y, 26), model.ExpectedPurchases(26), Draws);
        alive.AssertLike(
            y => (model.Pmf(history, y, 26) - (y == 0 ? 1 - pAlive : 0)) / pAlive,
            model.ExpectedPurchases(history, 26) / pAlive, Draws);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_simulated_is_fitted_back(string name)
    {
        var (truth, random, purchases) = (Model(name), new Random(77), new List<double>());
        var rows = new List<PurchaseHistory>();
        for (var i = 0; i < 6000; i++)
        {
            purchases.Clear();
            truth.SimulateNew(39, random, purchases);
            var gaps = purchases.Select((at, j) => Math.Log(at - (j == 0 ? 0 : purchases[j - 1]))).Sum();
            rows.Add(new(purchases.Count, purchases.Count == 0 ? 0 : purchases[^1], 39) { LogGaps = gaps });
        }

        var histories = PurchaseLog.Merge(rows.Select(h => h with { LogGaps = 0 }), rows.Sum(h => h.LogGaps));
        var fit = AttritionFamilies.Named(name)!.FitTo(histories, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(fit.Converged);
        Assert.Equal(rows.Sum(h => fit.Model!.LogLikelihood(h)), fit.LogLikelihood!.Value, 1e-8 * Math.Abs(fit.LogLikelihood.Value));

        // Twice the gain over the truth is chi-squared with as many degrees of freedom as letters: 30 is one in 10^5.
        Assert.InRange(fit.LogLikelihood.Value - rows.Sum(h => truth.LogLikelihood(h)), 0, 15);
        foreach (var (letter, error) in fit.StandardErrors)
            Assert.Equal(truth.Parameters[letter], fit.Model!.Parameters[letter], 4.5 * error);
    }

    private static ILatentAttrition Model(string name) => AttritionFamilies.Named(name)!.Create(s_parameters[name]);

    private static void AssertSame(PurchaseHistories columns, Action<double[]> fill, Func<PurchaseHistory, double> single)
    {
        var actual = new double[columns.Count];
        fill(actual);
        Assert.All(actual, (value, i) => Assert.Equal(single(columns[i]), value, 1e-13 * (1 + Math.Abs(value))));
    }

    private sealed class Counts
    {
        private readonly int[] _seen = new int[6];
        private double _sum;
        private double _squares;

        public void Add(List<double> purchases, double t)
        {
            Assert.True(purchases.TrueForAll(at => at > 0 && at <= t));
            Assert.Equal(purchases.Order(), purchases);
            _seen[Math.Min(purchases.Count, _seen.Length - 1)]++;
            _sum += purchases.Count;
            _squares += (double)purchases.Count * purchases.Count;
        }

        /// <summary>Within 4.5 standard errors: one seed in a hundred thousand would fail by chance.</summary>
        public void AssertLike(Func<int, double> pmf, double mean, int draws)
        {
            for (var y = 0; y < _seen.Length - 1; y++)
            {
                var p = pmf(y);
                Assert.Equal(p, (double)_seen[y] / draws, 4.5 * Math.Sqrt(p * (1 - p) / draws));
            }

            var actual = _sum / draws;
            Assert.Equal(mean, actual, 4.5 * Math.Sqrt(((_squares / draws) - (actual * actual)) / draws));
        }
    }
}
