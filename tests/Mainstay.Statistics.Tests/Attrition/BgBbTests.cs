using System.Globalization;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>
/// Sources: [FHS10] the paper and its spreadsheet (note 010); [lifetimes], [BTYD], [pymc] the packages' own tests;
/// [domain] recomputed by independent code. Where an oracle prints n decimals, n decimals are asserted.
/// </summary>
public sealed class BgBbTests
{
    private static readonly BgBb s_paper = new(new(1.204, .750, .657, 2.783));
    private static readonly Lazy<OpportunityHistories> s_donations = new(Donations);
    private static readonly Lazy<Fit<BgBb>> s_fit = new(() => BgBb.Fit(s_donations.Value));

    private static BgBb Fitted => s_fit.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_the_donations_gives_the_published_parameters()
    {
        double[] published = [1.204, .750, .657, 2.783];
        Assert.Equal(published, Fitted.Parameters.Values.Select(v => Math.Round(v, 3)));
        Assert.Equal(-33225.6, s_fit.Value.LogLikelihood!.Value, .05);
        Assert.Equal(["alpha", "beta", "gamma", "delta"], Fitted.Parameters.Keys);
    }

    [Fact]
    public void P_alive_for_the_next_year_matches_table_6()
    {
        Assert.Equal(.108133, Fitted.PAliveAt(new(0, 0, 6), 1), 5.1e-7);
        Assert.Equal(.589657, Fitted.PAliveAt(new(2, 4, 6), 1), 5.1e-7);
        Assert.Equal(.930434, Fitted.PAliveAt(new(6, 6, 6), 1), 5.1e-7);
    }

    [Fact]
    public void Expected_purchases_of_new_donors_match_the_spreadsheet()
    {
        double[] expected = [.4985, .9233, 1.2969, 1.6323, 1.9381, 2.2202, 2.4826, 2.7285, 2.9603, 3.1798, 3.3887];
        Assert.All(expected, (value, i) => Assert.Equal(value, Fitted.ExpectedPurchases(i + 1), 5.1e-5));
    }

    [Fact]
    public void The_next_five_years_match_the_spreadsheet()
    {
        double[] expected = [.072863, .085696, 1.147885, 1.057604, 1.804703, 2.030024, 1.812942, 3.752544];
        OpportunityHistory[] classes =
            [new(0, 0, 6), new(1, 1, 6), new(1, 6, 6), new(2, 4, 6), new(3, 5, 6), new(4, 5, 6), new(5, 5, 6), new(6, 6, 6)];
        Assert.All(expected, (value, i) => Assert.Equal(value, Fitted.ExpectedPurchases(classes[i], 5), 1.1e-6));
        var all = new double[s_donations.Value.Count];
        Fitted.ExpectedPurchases(s_donations.Value, 5, all);
        Assert.Equal(12884.157, Weighted(all), 1.1e-3);
    }

    [Fact]
    public void The_expected_histogram_matches_the_spreadsheet()
    {
        double[] expected = [3454.882, 1888.654, 1348.882, 1113.379, 1017.922, 1027.166, 1253.114];
        var actual = Fitted.ExpectedFrequencies(s_donations.Value, 6);
        Assert.All(expected, (value, x) => Assert.Equal(value, actual[x], 1.1e-3));
        Assert.Equal(11104, actual.Sum(), 1e-8);
    }

    [Fact]
    public void The_single_log_likelihoods_of_pymc_marketing_match()
    {
        (int X, int Tx)[] rows =
        [
            (6, 6), (5, 6), (4, 6), (3, 6), (2, 6), (1, 6), (5, 5), (4, 5), (3, 5), (2, 5), (1, 5), (4, 4), (3, 4),
            (2, 4), (1, 4), (3, 3), (2, 3), (1, 3), (2, 2), (1, 2), (1, 1), (0, 0),
        ];
        double[] expected =
        [
            -2.18167018824, -4.29485034929, -5.3847333436, -5.80915881601, -5.65172964525, -4.88370164695,
            -3.71682127437, -5.09558227343, -5.61576884108, -5.50636893346, -4.76723821904, -3.84829625138,
            -5.05936147828, -5.19562191019, -4.57070931973, -3.52745257839, -4.51620272962, -4.22465969453,
            -3.01199924784, -3.58817880928, -2.28882847451, -1.16751622367,
        ];
        Assert.All(expected, (value, i) =>
            Assert.Equal(1, s_paper.LogLikelihood(new OpportunityHistory(rows[i].X, rows[i].Tx, 6)) / value, 1e-3));
    }

    [Fact]
    public void Yearly_totals_match_BTYD()
    {
        double[] expected =
        [
            5535.833, 4717.059, 4147.621, 3724.665, 3395.888, 3131.647, 2913.778, 2730.482, 2573.731, 2437.854,
            2318.727,
        ];
        var theirs = new BgBb(new(1.203528, .7497260, .6567808, 2.783796));
        Assert.All(expected, (value, year) => Assert.Equal(
            value, 11104 * (theirs.ExpectedPurchases(year + 1) - theirs.ExpectedPurchases(year)), 5e-3));
        Assert.Equal(3.179805, theirs.ExpectedPurchases(10), 2e-6);
        Assert.Equal(.1302169, theirs.ExpectedPurchases(new OpportunityHistory(0, 0, 6), 10), 2e-6);
        Assert.Equal(3.627858, theirs.ExpectedPurchases(new OpportunityHistory(4, 5, 6), 10), 2e-6);
    }

    // ---- agreement

    [Fact]
    public void The_fit_agrees_with_lifetimes_and_BTYD_to_their_digits()
    {
        double[] parameters = [1.2035223, .7497163, .6567182, 2.7834424];
        double[] errors = [.06939, .02945, .05101, .32082];
        Assert.All(parameters, (value, i) => Assert.Equal(1, Fitted.Parameters.Values.ElementAt(i) / value, 1e-6));
        Assert.All(errors, (value, i) => Assert.Equal(value, s_fit.Value.StandardErrors.Values.ElementAt(i), 6e-6));
        Assert.Equal(-33225.581274, s_fit.Value.LogLikelihood!.Value, 1e-6);
        Assert.True(s_fit.Value.Converged);
        Assert.Empty(s_fit.Value.Diagnosis);
        Assert.Equal(11104, s_fit.Value.Customers);
        Assert.Equal(22, s_fit.Value.DistinctRows);
    }

    [Fact]
    public void Discounted_purchases_agree_with_domain()
    {
        var model = new BgBb(new(1.20, .75, .66, 2.78));
        var delta = Math.Log(1.1);
        Assert.Equal(1.6213791858, model.DiscountedExpectedResidualPurchases(new(3, 4, 6), delta), 5.1e-11);
        Assert.Equal(-5.06086818, model.LogLikelihood(new OpportunityHistory(3, 4, 6)), 5.1e-9);
        double[] expected = [1.8020, 2.6212, 3.4403, 4.2594, 5.0785, 5.8976];
        Assert.All(expected, (value, i) =>
            Assert.Equal(value, model.DiscountedExpectedResidualPurchases(new(i + 1, 6, 6), delta), 5.1e-5));
    }

    [Theory]
    [InlineData(.66, 2.78, 1e-6, 290.30068010305581)]
    [InlineData(.66, 2.78, 1e-3, 22.116738639258239)]
    [InlineData(.66, 2.78, .5, .416778818773766)]
    [InlineData(1.66, 2.78, 1e-6, 1.7153693514922073)]
    [InlineData(1.66, 2.78, .1, .51500901372600642)]
    [InlineData(.01, 500, .1, 5.2807278244433648)]
    [InlineData(.01, 500, 1e-6, 492433.99701783015)]
    [InlineData(300, 2.78, 1e-6, 1.0246799389044813e-6)]
    [InlineData(300, 2.78, .5, 6.7573683231028163e-7)]
    public void Discounted_purchases_agree_with_the_hypergeometric_form_at_thirty_digits(
        double gamma, double delta, double d, double mpmath)
    {
        var model = new BgBb(new(1.2, .75, gamma, delta));
        var rate = MathNet.Numerics.SpecialFunctions.Log1p(d);
        Assert.Equal(1, model.DiscountedExpectedResidualPurchases(new(3, 4, 6), rate) / mpmath, 2e-12);
    }

    // ---- identities

    [Fact]
    public void The_pmf_sums_to_one_and_its_mean_is_the_expectation()
    {
        OpportunityHistory history = new(2, 4, 6);
        double[] fresh = [.. Enumerable.Range(0, 41).Select(x => s_paper.Pmf(x, 40))];
        double[] later = [.. Enumerable.Range(0, 41).Select(y => s_paper.Pmf(history, y, 40))];
        Assert.Equal(1, fresh.Sum(), 1e-12);
        Assert.Equal(1, later.Sum(), 1e-12);
        Assert.Equal(s_paper.ExpectedPurchases(40), fresh.Select((p, x) => p * x).Sum(), 1e-11);
        Assert.Equal(s_paper.ExpectedPurchases(history, 40), later.Select((p, y) => p * y).Sum(), 1e-11);
        Assert.Equal(1 - later[0], s_paper.PBuys(history, 40), 1e-14);
        Assert.Equal(0, s_paper.Pmf(41, 40));
    }

    [Fact]
    public void The_likelihoods_of_all_histories_sum_to_one()
    {
        var sum = 0.0;
        for (var pattern = 0; pattern < 1 << 8; pattern++)
        {
            var (x, last) = (int.PopCount(pattern), pattern == 0 ? 0 : 32 - int.LeadingZeroCount(pattern));
            sum += Math.Exp(s_paper.LogLikelihood(new OpportunityHistory(x, last, 8)));
        }

        Assert.Equal(1, sum, 1e-12);
    }

    [Fact]
    public void Expected_purchases_are_the_papers_closed_form()
    {
        var (a, b, g, d) = (1.204, .750, .657, 2.783);
        for (var n = 0; n < 30; n++)
        {
            var ratio = Statistics.Special.Gamma.Log(g + d) - Statistics.Special.Gamma.Log(g + d + n)
                + Statistics.Special.Gamma.Log(1 + d + n) - Statistics.Special.Gamma.Log(1 + d);
            Assert.Equal(a / (a + b) * d / (g - 1) * (1 - Math.Exp(ratio)), s_paper.ExpectedPurchases(n), 1e-12);
        }
    }

    [Fact]
    public void Silence_to_come_is_silence_that_has_passed_and_no_news_is_neither()
    {
        OpportunityHistory history = new(2, 4, 6);
        Assert.Equal(s_paper.PAlive(new OpportunityHistory(2, 4, 9)), s_paper.PAliveAfter(history, 3), 1e-15);
        Assert.True(s_paper.PAliveAfter(history, 3) < s_paper.PAliveAt(history, 3));
        Assert.True(s_paper.PAliveAt(history, 3) < s_paper.PAlive(history));
        Assert.Equal(1, s_paper.PAlive(new OpportunityHistory(3, 6, 6)));
        Assert.Equal(1, s_paper.PAlive(default(OpportunityHistory)));
    }

    [Fact]
    public void Stopping_the_discounted_sum_nowhere_gives_all_of_it()
    {
        OpportunityHistory history = new(2, 4, 6);
        var all = s_paper.DiscountedExpectedResidualPurchases(history, .05);
        Assert.Equal(all, s_paper.DiscountedExpectedPurchases(history, 1000, .05), 1e-12);
        Assert.Equal(
            s_paper.ExpectedPurchases(history, 20), s_paper.DiscountedExpectedPurchases(history, 20, 0), 1e-14);
        Assert.Equal(0, s_paper.DiscountedExpectedPurchases(history, 0, .05));
    }

    [Fact]
    public void Simulated_donors_behave_as_the_formulas_say()
    {
        var (random, fresh, alive) = (new Random(4), 0, 0);
        const int Draws = 40_000;
        OpportunityHistory history = new(3, 6, 6);
        for (var i = 0; i < Draws; i++)
        {
            List<int> purchases = [];
            s_paper.SimulateNew(10, random, purchases);
            fresh += purchases.Count;
            purchases.Clear();
            s_paper.SimulateAlive(history, 10, random, purchases);
            alive += purchases.Count;
            Assert.True(purchases.TrueForAll(at => at is > 0 and <= 10));
        }

        // Standard errors of the means are about .017.
        Assert.Equal(s_paper.ExpectedPurchases(10), (double)fresh / Draws, .06);
        Assert.Equal(s_paper.ExpectedPurchases(history, 10), (double)alive / Draws, .06);
    }

    [Fact]
    public void Columns_give_what_single_donors_give_and_weights_are_so_many_equal_donors()
    {
        var rows = s_donations.Value;
        var (alive, later, dert) = (new double[rows.Count], new double[rows.Count], new double[rows.Count]);
        s_paper.PAlive(rows, alive);
        s_paper.PAliveAfter(rows, 2, later);
        s_paper.DiscountedExpectedResidualPurchases(rows, .1, dert);
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(s_paper.PAlive(rows[i]), alive[i]);
            Assert.Equal(s_paper.PAliveAfter(rows[i], 2), later[i]);
            Assert.Equal(s_paper.DiscountedExpectedResidualPurchases(rows[i], .1), dert[i]);
        }

        Assert.Equal(s_fit.Value.LogLikelihood!.Value, Fitted.LogLikelihood(rows), 1e-6);
        int[] twice = [1, 1], tx = [2, 2], n = [6, 6];
        Assert.Equal(
            s_paper.LogLikelihood(new OpportunityHistories([1], [2], [6], [2])),
            s_paper.LogLikelihood(new OpportunityHistories(twice, tx, n, [1, 1])), 1e-14);
    }

    // ---- degenerate

    [Fact]
    public void At_gamma_equal_to_one_nothing_happens()
    {
        var (one, near) = (new BgBb(new(1.2, .75, 1, 2.8)), new BgBb(new(1.2, .75, 1 + 1e-9, 2.8)));
        Assert.Equal(1, near.ExpectedPurchases(40) / one.ExpectedPurchases(40), 1e-8);
        Assert.Equal(double.PositiveInfinity, one.DiscountedExpectedResidualPurchases(default, 0));
        var leaving = new BgBb(new(1.2, .75, 2, 2.8));
        Assert.Equal(1.2 / 1.95 * 2.8, leaving.DiscountedExpectedResidualPurchases(default, 0), 1e-12);
        Assert.Equal(
            1, leaving.DiscountedExpectedResidualPurchases(default, 1e-10) / (1.2 / 1.95 * 2.8), 1e-7);
    }

    [Fact]
    public void Where_nobody_leaves_the_fit_names_the_beta_binomial()
    {
        // Exactly the counts that p ~ Beta(1, 1) without dropout leads one to expect: 1/7/C(6, x) per pattern.
        var patterns = Enumerable.Range(0, 64).Select(bits => (
            X: int.PopCount(bits), Last: bits == 0 ? 0 : 32 - int.LeadingZeroCount(bits),
            Weight: 3000 / 7.0 / MathNet.Numerics.SpecialFunctions.Binomial(6, int.PopCount(bits)))).ToList();
        var fit = BgBb.Fit(new(
            [.. patterns.Select(p => p.X)], [.. patterns.Select(p => p.Last)], [.. patterns.Select(_ => 6)],
            [.. patterns.Select(p => p.Weight)]));
        Assert.Equal("beta-binomial", Assert.IsType<Diagnosis.NoDropout>(fit.Diagnosis[0]).Simpler);
        Assert.Empty(fit.StandardErrors);
        Assert.InRange(fit.Model!.PAlive(new OpportunityHistory(4, 6, 10)), .99, 1);
    }

    [Fact]
    public void Where_all_are_equally_likely_to_buy_the_fit_says_so()
    {
        var random = new Random(13);
        var rows = Enumerable.Range(0, 3000).Select(_ => Simulate(random, random.NextDouble() * .4, .5)).ToList();
        var fit = BgBb.Fit(Merge(rows));
        Assert.Contains(fit.Diagnosis, d => d is Diagnosis.SameProbabilityForAll { Of: "buying" });
        Assert.True(fit.Converged);
    }

    [Fact]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws()
    {
        var random = new Random(99);
        for (var i = 0; i < 30; i++)
        {
            var most = (int)Math.Pow(10, random.Next(1, 4));
            var rows = Enumerable.Range(0, random.Next(1, 50)).Select(_ => Weird(random, most)).ToList();
            var fit = BgBb.Fit(Merge(rows));
            Assert.True(fit.Model is not null || fit.Diagnosis.Count > 0);
            if (fit.Model is not { } model)
                continue;
            Assert.Equal(fit.LogLikelihood!.Value, model.LogLikelihood(Merge(rows)), 1e-6 * (1 - fit.LogLikelihood.Value));
            Assert.All(fit.StandardErrors.Values, e => Assert.True(double.IsFinite(e) && e > 0));
            Assert.All(rows, h => Assert.InRange(model.PAlive(h), 0, 1));
            Assert.All(rows, h => Assert.InRange(model.ExpectedPurchases(h, 12), 0, 12));
            Assert.All(rows, h => Assert.True(double.IsFinite(model.DiscountedExpectedResidualPurchases(h, .002))));
        }
    }

    // ---- refusals

    [Fact]
    public void Histories_that_cannot_be_are_refused_by_row()
    {
        var message = Assert.Throws<ArgumentException>(() => new OpportunityHistories([0, 3], [0, 2], [6, 6], [1, 1]));
        Assert.StartsWith("row 1: x is 3; expected a whole number from 0 to tx.", message.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OpportunityHistories([1], [7], [6], [1]));
        Assert.Throws<ArgumentException>(() => new OpportunityHistories([0], [1], [6], [1]));
        Assert.Throws<ArgumentException>(() => new OpportunityHistories([0], [0], [-1], [1]));
        Assert.Throws<ArgumentException>(() => new OpportunityHistories([0], [0], [6], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBb(new(1, 0, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_paper.ExpectedPurchases(-1));
    }

    [Fact]
    public void Data_that_cannot_carry_the_model_are_refused_with_the_reason()
    {
        Assert.Equal(new Diagnosis.NobodyRepeats(9), Assert.Single(BgBb.Fit(new([0], [0], [6], [9])).Diagnosis));
        Assert.Equal(new Diagnosis.NoTimeObserved(), Assert.Single(BgBb.Fit(new([0], [0], [0], [9])).Diagnosis));
        Assert.Equal(
            new Diagnosis.TooFewRepeatCustomers(3, 10), Assert.Single(BgBb.Fit(new([2], [5], [6], [3])).Diagnosis));
    }

    private static double Weighted(double[] values) =>
        values.Select((value, i) => value * s_donations.Value.Weight[i]).Sum();

    private static OpportunityHistories Donations()
    {
        var rows = File.ReadLines(Golden.SharedData("donations_bgbb.csv")).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), f => int.Parse(f, CultureInfo.InvariantCulture))).ToList();
        return new(
            [.. rows.Select(f => f[0])], [.. rows.Select(f => f[1])], [.. rows.Select(f => f[2])],
            [.. rows.Select(f => (double)f[3])]);
    }

    private static OpportunityHistories Merge(List<OpportunityHistory> rows)
    {
        var distinct = rows.GroupBy(h => h).ToList();
        return new(
            [.. distinct.Select(g => g.Key.X)], [.. distinct.Select(g => g.Key.Tx)], [.. distinct.Select(g => g.Key.N)],
            [.. distinct.Select(g => (double)g.Count())]);
    }

    private static OpportunityHistory Simulate(Random random, double leaves, double buys)
    {
        var (x, last) = (0, 0);
        for (var i = 1; i <= 10 && random.NextDouble() >= leaves; i++)
        {
            if (random.NextDouble() < buys)
                (x, last) = (x + 1, i);
        }

        return new(x, last, 10);
    }

    private static OpportunityHistory Weird(Random random, int most)
    {
        var n = random.Next(0, most + 1);
        var last = random.Next(3) == 0 ? n : random.Next(0, n + 1);
        return new(last == 0 ? 0 : random.Next(1, last + 1), last, n);
    }
}
