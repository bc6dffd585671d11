using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class AttritionPosteriorTests
{
    private static readonly Nbd s_nbd = new(new(.4, 10));

    public static TheoryData<string> Names => [.. AttritionFamilies.All.Select(family => family.Name)];

    // ---- agreement

    [Fact]
    public void The_posterior_of_nbd_is_that_of_a_dense_grid()
    {
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, s_nbd)!;
        var grid = Grid();
        foreach (var (letter, of) in new (string, Func<(double R, double Alpha), double>)[]
            { ("r", p => p.R), ("alpha", p => p.Alpha) })
        {
            var mean = grid.Sum(cell => cell.Weight * Math.Log(of(cell.At)));
            var deviation = Math.Sqrt(grid.Sum(cell => cell.Weight * Math.Pow(Math.Log(of(cell.At)) - mean, 2)));
            var draws = posterior.OverDraws(model => model.Parameters[letter]);
            var drawn = draws.Values.Zip(draws.Weights, (value, weight) => weight * Math.Log(value)).Sum();

            // 3,600 effective draws: a standard error of a sixtieth of the deviation; quantiles vary twice as much.
            Assert.Equal(mean, drawn, deviation / 15);
            var interval = posterior.ParameterInterval(letter, .9);
            Assert.Equal(Quantile(grid, of, .05), Math.Log(interval.Low), deviation / 7);
            Assert.Equal(Quantile(grid, of, .95), Math.Log(interval.High), deviation / 7);
        }
    }

    [Fact]
    public void A_sum_over_customers_has_the_mean_and_spread_of_the_dense_grid()
    {
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, s_nbd)!;
        double Sum(ILatentAttrition model) =>
            Mini.Rows.Select((h, i) => Mini.Histories.Weight[i] * model.ExpectedPurchases(h, 39)).Sum();
        var grid = Grid().Where(cell => cell.Weight > 1e-7)
            .Select(cell => (cell.Weight, Value: Sum(new Nbd(new(cell.At.R, cell.At.Alpha))))).ToList();
        var mean = grid.Sum(cell => cell.Weight * cell.Value);
        var deviation = Math.Sqrt(grid.Sum(cell => cell.Weight * Math.Pow(cell.Value - mean, 2)));
        var draws = posterior.OverDraws(Sum);
        var drawn = draws.Values.Zip(draws.Weights, (value, weight) => weight * value).Sum();
        var spread = Math.Sqrt(draws.Values.Zip(draws.Weights, (value, weight) => weight * Math.Pow(value - drawn, 2)).Sum());

        // Nineteen customers: the quadratic in the axes that stands for the sum is at its roughest.
        Assert.Equal(mean, drawn, .12 * deviation);
        Assert.Equal(1, spread / deviation, .12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_much_data_the_intervals_are_those_of_the_standard_errors(string name)
    {
        var family = AttritionFamilies.Named(name)!;
        var fit = family.FitTo(PurchaseLog.Grocery.Histories);
        var posterior = AttritionPosterior.Of(family, PurchaseLog.Grocery.Histories, fit.Model!)!;
        Assert.True(posterior.Reliable);
        Assert.InRange(posterior.EffectiveSampleSize, 1000, 4000);
        Assert.Equal(posterior.Letters.Count, fit.StandardErrors.Count);
        foreach (var letter in posterior.Letters)
        {
            var interval = posterior.ParameterInterval(letter, .9);
            var (value, relative) = (fit.Model!.Parameters[letter], fit.StandardErrors[letter] / fit.Model!.Parameters[letter]);
            var width = Math.Log(interval.High / interval.Low) / (2 * 1.645 * relative);
            Assert.InRange(width, .75, 1.25);
            Assert.InRange(value, interval.Low, interval.High);
        }
    }

    // ---- identities

    [Fact]
    public void Weights_are_duplicates_and_order_is_irrelevant()
    {
        var rows = Mini.Rows.SelectMany((h, i) => Enumerable.Repeat(h, (int)Mini.Histories.Weight[i])).Reverse().ToList();
        PurchaseHistories one = new([.. rows.Select(h => h.X)], [.. rows.Select(h => h.Tx)], [.. rows.Select(h => h.T)]);
        var model = new MbgNbd(new(.525, 6.183, .891, 1.614));
        var (merged, single) = (
            AttritionPosterior.Of(AttritionFamilies.MbgNbd, Mini.Histories, model)!,
            AttritionPosterior.Of(AttritionFamilies.MbgNbd, one, model)!);
        Assert.Equal(merged.KHat, single.KHat, 1e-6);
        foreach (var letter in merged.Letters)
            Assert.Equal(1, merged.ParameterInterval(letter, .9).High / single.ParameterInterval(letter, .9).High, 1e-6);
    }

    [Fact]
    public void The_unit_of_time_is_only_a_unit()
    {
        var histories = Mini.Histories;
        double[] Days(ReadOnlySpan<double> weeks) => Array.ConvertAll(weeks.ToArray(), t => t * 7);
        PurchaseHistories daily = new(histories.X, Days(histories.Tx), Days(histories.T), histories.Weight);
        var (weeks, days) = (
            AttritionPosterior.Of(AttritionFamilies.BgNbd, histories, new BgNbd(new(.243, 4.414, .793, 2.426)))!,
            AttritionPosterior.Of(AttritionFamilies.BgNbd, daily, new BgNbd(new(.243, 4.414 * 7, .793, 2.426)))!);
        foreach (var letter in weeks.Letters)
        {
            Assert.Equal(
                letter == "alpha" ? 7 : 1,
                days.ParameterInterval(letter, .9).Low / weeks.ParameterInterval(letter, .9).Low, 1e-5);
        }
    }

    [Fact]
    public void A_higher_level_is_a_wider_interval_around_the_lower()
    {
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, s_nbd)!;
        var (narrow, wide) = (posterior.ParameterInterval("r", .5), posterior.ParameterInterval("r", .95));
        Assert.True(wide.Low < narrow.Low && narrow.Low < narrow.High && narrow.High < wide.High);
    }

    // ---- degenerate

    [Theory]
    [MemberData(nameof(Names))]
    public void Three_customers_or_nobody_who_came_back_leave_the_prior_to_speak(string name)
    {
        var family = AttritionFamilies.Named(name)!;
        double[] at = [.. family.Letters.Select(letter => letter == "k" ? 2.0 : 1)];
        foreach (var histories in new PurchaseHistories[]
            { new([0, 1, 3], [0, 4, 9], [5, 9, 9.5]), new([0, 0, 0], [0, 0, 0], [5, 9, 9.5]), new([0], [0], [0]) })
        {
            var known = new PurchaseHistories(histories.X, histories.Tx, histories.T) { TotalLogGaps = 2 };
            var posterior = AttritionPosterior.Of(family, known, family.Create(at))!;
            Assert.All(posterior.Letters, letter =>
            {
                var interval = posterior.ParameterInterval(letter, .9);
                Assert.True(interval.Low > 0 && interval.Low < interval.High && double.IsFinite(interval.High));
            });
            Assert.True(double.IsFinite(posterior.KHat));
            Assert.Equal(16, posterior.Models(16).Count);
        }
    }

    [Fact]
    public void A_fit_on_the_edge_is_only_a_start()
    {
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, new Nbd(new(1e9, 1e-9)))!;
        Assert.InRange(posterior.Centre.Parameters["r"], .1, 2);
    }

    [Fact]
    public void A_few_kept_models_stand_for_the_posterior_they_came_from()
    {
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, s_nbd)!;
        var stored = new StoredPosterior(posterior.Centre, posterior.Models(64));
        Assert.Same(posterior.Centre, stored.Centre);
        Assert.True(stored.Reliable);
        Assert.Equal(stored.Models(64), stored.Models(1000));
        Assert.Equal([stored.Models(64)[0], stored.Models(64)[32]], stored.Models(2));
        double Mean(IAttritionPosterior of, string letter)
        {
            var draws = of.OverDraws(model => [1, model.Parameters[letter]])[1];
            return draws.Values.Zip(draws.Weights, (value, weight) => value * weight).Sum();
        }

        Assert.Equal(1, Mean(stored, "r") / Mean(posterior, "r"), .02);
    }

    // ---- refusals

    [Fact]
    public void What_does_not_belong_together_is_refused_by_name()
    {
        Assert.StartsWith("bg-nbd is not a pareto-nbd.", Assert.Throws<ArgumentException>(() => AttritionPosterior.Of(
            AttritionFamilies.ParetoNbd, Mini.Histories, new BgNbd(new(1, 1, 1, 1)))).Message);
        var posterior = AttritionPosterior.Of(AttritionFamilies.Nbd, Mini.Histories, s_nbd)!;
        Assert.StartsWith(
            "nbd has no parameter beta.",
            Assert.Throws<ArgumentException>(() => posterior.ParameterInterval("beta", .9)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => posterior.ParameterInterval("r", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => posterior.Models(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttritionPosterior.Of(
            AttritionFamilies.Nbd, Mini.Histories, s_nbd, new() { Draws = 99 }));
        Assert.StartsWith(
            "there is no model in the posterior.",
            Assert.Throws<ArgumentException>(() => new StoredPosterior(s_nbd, [])).Message);
    }

    /// <summary>The posterior of (r, α) by brute force: 241 × 241 cells in the logarithms, prior at a mean T of 10.</summary>
    private static List<((double R, double Alpha) At, double Weight)> Grid()
    {
        var histories = Mini.Histories;
        var scale = 10 / (Mini.Rows.Select((h, i) => histories.Weight[i] * h.T).Sum() / histories.TotalWeight);
        var cells = new List<((double R, double Alpha) At, double Log)>();
        for (var i = 0; i <= 240; i++)
        {
            for (var j = 0; j <= 240; j++)
            {
                var (lnR, lnAlpha) = (-4 + (i / 40.0), -2 + (j / 40.0));
                (double R, double Alpha) at = (Math.Exp(lnR), Math.Exp(lnAlpha));
                var prior = ((lnR * lnR) + Math.Pow(lnAlpha + Math.Log(scale), 2)) / (2 * 1.5 * 1.5);
                cells.Add((at, new Nbd(new(at.R, at.Alpha)).LogLikelihood(histories) - prior));
            }
        }

        var top = cells.Max(cell => cell.Log);
        var total = cells.Sum(cell => Math.Exp(cell.Log - top));
        return [.. cells.Select(cell => (cell.At, Math.Exp(cell.Log - top) / total))];
    }

    private static double Quantile(
        List<((double R, double Alpha) At, double Weight)> grid, Func<(double R, double Alpha), double> of, double share)
    {
        var below = 0.0;
        foreach (var column in grid.GroupBy(cell => Math.Log(of(cell.At))).OrderBy(column => column.Key))
        {
            below += column.Sum(cell => cell.Weight);
            if (below >= share)
                return column.Key;
        }

        return double.NaN;
    }
}
