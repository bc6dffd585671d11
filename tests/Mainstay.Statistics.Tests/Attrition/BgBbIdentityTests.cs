using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What must hold for BG/BB whatever the published examples are, and where it is degenerate.</summary>
public sealed class BgBbIdentityTests
{
    private static readonly BgBb s_paper = new(new(1.204, .750, .657, 2.783));

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
        var rows = BgBbTests.Donations();
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

        var fit = BgBb.Fit(rows);
        Assert.Equal(fit.LogLikelihood!.Value, fit.Model!.LogLikelihood(rows), 1e-6);
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
