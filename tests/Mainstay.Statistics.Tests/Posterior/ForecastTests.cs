using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Spend;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class ForecastTests
{
    private const double Delta = .0018;

    private static readonly MbgNbd s_mbg = new(new(.525, 6.183, .891, 1.614));
    private static readonly FutureOptions s_year = new() { Delta = 0, Horizon = 52 };

    // ---- agreement

    [Fact]
    public void Each_interval_is_that_of_customers_simulated_one_by_one()
    {
        var posterior = Posterior();
        var forecast = Forecast.Of(Mini.Histories, posterior, null, FutureOptions.Residual(Delta));
        var (models, random, purchases) = (posterior.Models(256), Draw.From(99), new List<double>());
        foreach (var row in new[] { 1, 3, 5, 7 })
        {
            var history = Mini.Histories[row];
            var values = Enumerable.Range(0, 20_480).Select(i =>
            {
                var model = models[i % models.Count];
                purchases.Clear();
                if (random.NextDouble() < model.PAlive(history))
                    model.SimulateAlive(history, 6.9 / Delta, random, purchases);
                return purchases.Sum(at => Math.Exp(-Delta * at));
            }).Order().ToArray();

            // A thousand futures: their 95 % quantile has a standard error of about a thirtieth of itself.
            Assert.Equal(1, (.5 + forecast[row].High) / (.5 + values[(int)(.95 * values.Length)]), .12);
            Assert.Equal(values[(int)(.05 * values.Length)], forecast[row].Low, .12 * (.5 + forecast[row].Low));
            var none = values.Count(value => value == 0) / (double)values.Length;
            Assert.Equal(none, forecast.Probability(row, 0), .03);
        }
    }

    [Fact]
    public void The_total_is_that_of_shops_simulated_whole()
    {
        var posterior = Posterior();
        var forecast = Forecast.Of(Mini.Histories, posterior, null, s_year);
        const int Times = 20;
        var weights = Array.ConvertAll(Mini.Histories.Weight.ToArray(), weight => weight * Times);
        var total = forecast.Total(weights, weights);
        var (models, random, purchases) = (posterior.Models(500), Draw.From(5), new List<double>());
        var sums = Enumerable.Range(0, 1000).Select(shop =>
        {
            var model = models[shop % models.Count];
            var sum = 0;
            for (var row = 0; row < weights.Length; row++)
            {
                var pAlive = model.PAlive(Mini.Histories[row]);
                for (var customer = 0; customer < weights[row]; customer++)
                {
                    purchases.Clear();
                    if (random.NextDouble() < pAlive)
                        model.SimulateAlive(Mini.Histories[row], 52, random, purchases);
                    sum += purchases.Count;
                }
            }

            return (double)sum;
        }).Order().ToArray();

        // The 5 % quantile of a thousand sums has a standard error of a hundredth of itself.
        Assert.Equal(1, total.Low / sums[50], .05);
        Assert.Equal(1, total.High / sums[949], .05);
    }

    // ---- identities

    [Fact]
    public void Who_is_probably_gone_is_worth_nothing_at_both_ends()
    {
        PurchaseHistories histories = new([12, 12, 12], [3, 30, 38.9], [39, 39, 39]);
        var forecast = Forecast.Of(histories, Posterior(), null, FutureOptions.Residual(Delta));
        Assert.True(s_mbg.PAlive(histories[0]) < .01 && s_mbg.PAlive(histories[2]) > .8);
        Assert.Equal(new Interval(0, 0, .9), forecast[0]);
        Assert.True(forecast.Probability(0, 0) > .95);
        Assert.True(forecast[1].High > 0 && forecast[2].High > forecast[1].High);
        Assert.Equal(0, forecast[1].Low);
    }

    [Fact]
    public void Between_the_ends_lies_the_level_and_below_each_half_of_the_rest()
    {
        foreach (var level in new[] { .5, .8, .9, .99 })
        {
            var forecast = Forecast.Of(
                Mini.Histories, Posterior(), null, FutureOptions.Residual(Delta) with { Level = level });
            for (var row = 0; row < Mini.Histories.Count; row++)
            {
                var (low, high, _) = forecast[row];
                Assert.InRange(forecast.Probability(row, high), ((1 + level) / 2) - .005, 1);
                if (low > 0)
                    Assert.InRange(forecast.Probability(row, low), ((1 - level) / 2) - .005, ((1 - level) / 2) + .005);
                else
                    Assert.True(forecast.Probability(row, 0) >= ((1 - level) / 2) - 1e-12);
            }
        }
    }

    [Fact]
    public void A_higher_level_is_a_wider_interval()
    {
        var weights = Mini.Histories.Weight;
        var (narrow, wide) = (
            Forecast.Of(Mini.Histories, Posterior(), null, s_year with { Level = .5 }),
            Forecast.Of(Mini.Histories, Posterior(), null, s_year with { Level = .95 }));
        for (var row = 0; row < Mini.Histories.Count; row++)
            Assert.True(wide[row].Low <= narrow[row].Low && narrow[row].High <= wide[row].High);
        Assert.True(wide.Total(weights, weights).Low < narrow.Total(weights, weights).Low);
        Assert.True(narrow.Total(weights, weights).High < wide.Total(weights, weights).High);
    }

    [Fact]
    public void The_order_of_rows_and_their_weights_change_no_customers_interval()
    {
        int[] backwards = [7, 6, 5, 4, 3, 2, 1, 0];
        var h = Mini.Histories;
        PurchaseHistories reversed = new(
            Array.ConvertAll(backwards, i => h.X[i]), Array.ConvertAll(backwards, i => h.Tx[i]),
            Array.ConvertAll(backwards, i => h.T[i]));
        var (one, other) = (
            Forecast.Of(h, Posterior(), null, s_year), Forecast.Of(reversed, Posterior(), null, s_year));
        Assert.All(backwards, (from, to) => Assert.Equal(one[from].High, other[to].High, 1e-12));
    }

    [Fact]
    public void The_total_of_one_customer_is_that_customers_interval()
    {
        PurchaseHistories one = new([26], [30.86], [31]);
        var posterior = AttritionPosterior.Of(
            AttritionFamilies.Nbd, PurchaseLog.Cdnow.Histories, new Nbd(new(.385, 12.07)))!;
        var forecast = Forecast.Of(one, posterior, null, s_year);
        var total = forecast.Total([1], [1]);

        // Thirty purchases and more, none of them lost to dropout: the total's gamma has no steps, a count has.
        Assert.Equal(forecast[0].Low, total.Low, 1.5);
        Assert.Equal(forecast[0].High, total.High, 1.5);
    }

    [Fact]
    public void Customers_who_cost_make_the_total_of_those_who_bring_with_the_other_sign()
    {
        var forecast = Forecast.Of(Mini.Histories, Posterior(), null, s_year);
        var (weights, none) = (Mini.Histories.Weight.ToArray(), new double[Mini.Histories.Count]);
        var (gains, losses) = (forecast.Total(weights, weights), forecast.Total(none, none, weights, weights));
        Assert.Equal(-gains.High, losses.Low, .05 * gains.High);
        Assert.Equal(-gains.Low, losses.High, .05 * gains.High);

        // As much to lose as to gain: around nothing, and no better known than either.
        var both = forecast.Total(weights, weights, weights, weights);
        Assert.Equal(0, (both.Low + both.High) / 2, .05 * gains.High);
        Assert.True(both.High - both.Low > .9 * (gains.High - gains.Low));
        var mostly = forecast.Total(weights, weights, Array.ConvertAll(weights, w => w / 10), none);
        Assert.InRange(mostly.High, gains.Low, gains.High);
    }

    [Fact]
    public void Relatively_the_total_is_known_better_the_more_customers_there_are()
    {
        var forecast = Forecast.Of(Mini.Histories, Posterior(), null, s_year);
        double Relative(double times)
        {
            var weights = Array.ConvertAll(Mini.Histories.Weight.ToArray(), w => w * times);
            var total = forecast.Total(weights, weights);
            return total.High / total.Low;
        }

        Assert.True(Relative(1000) < Relative(10) && Relative(10) < Relative(1));
    }

    [Fact]
    public void Money_widens_what_purchases_leave_open()
    {
        var spends = PurchaseLog.Cdnow.Spend();
        var money = SpendPosterior.Of(spends, GammaGamma.Fit(spends).Model!)!;
        Assert.True(money.Reliable);
        var (counted, priced) = (
            Forecast.Of(Mini.Histories, Posterior(), null, FutureOptions.Residual(Delta)),
            Forecast.Of(Mini.Histories, Posterior(), money, FutureOptions.Residual(Delta)));
        var weights = Mini.Histories.Weight;
        Assert.True(priced[7].High > counted[7].High && priced[7].Low < counted[7].Low);
        Assert.True(priced.Total(weights, weights).High > counted.Total(weights, weights).High);
        Assert.Equal(counted.Probability(3, 0), priced.Probability(3, 0), 1e-12);
    }

    [Fact]
    public void Points_from_a_file_forecast_as_the_posterior_they_came_from()
    {
        var posterior = Posterior();
        var stored = new StoredPosterior(posterior.Centre, posterior.Models(64));
        var (all, few) = (
            Forecast.Of(Mini.Histories, posterior, null, s_year), Forecast.Of(Mini.Histories, stored, null, s_year));
        for (var row = 0; row < Mini.Histories.Count; row++)
            Assert.Equal(all[row], few[row]);
        var weights = Mini.Histories.Weight;
        Assert.Equal(1, few.Total(weights, weights).High / all.Total(weights, weights).High, .05);
    }

    // ---- degenerate

    [Theory]
    [InlineData("nbd")]
    [InlineData("pareto-nbd")]
    [InlineData("bg-nbd")]
    [InlineData("mbg-cnbd-k")]
    public void Odd_customers_and_horizons_have_finite_intervals(string name)
    {
        var family = AttritionFamilies.Named(name)!;
        var fit = family.FitTo(PurchaseLog.Cdnow.Histories);
        var posterior = AttritionPosterior.Of(family, PurchaseLog.Cdnow.Histories, fit.Model!)!;
        PurchaseHistories odd = new([0, 0, 1, 2000, 2000, 3], [0, 0, 1e-6, 300, 1, 5], [0, 1e5, 1e-6, 300, 300, 1e5]);
        foreach (var options in new FutureOptions[]
        {
            new() { Delta = 0, Horizon = .001 }, new() { Delta = 0, Horizon = 52 }, new() { Delta = .01, Horizon = 52 },
            FutureOptions.Residual(.1), new() { Delta = 0, Horizon = 52, Draws = 1 },
        })
        {
            var forecast = Forecast.Of(odd, posterior, null, options);
            for (var row = 0; row < odd.Count; row++)
            {
                var (low, high, _) = forecast[row];
                Assert.True(low >= 0 && low <= high && double.IsFinite(high), $"{options}, row {row}: {low} {high}");
            }

            var total = forecast.Total(odd.Weight, odd.Weight);
            Assert.True(total.Low >= 0 && total.Low <= total.High && double.IsFinite(total.High));
        }
    }

    [Fact]
    public void Almost_no_time_ahead_is_almost_certainly_nothing()
    {
        var forecast = Forecast.Of(Mini.Histories, Posterior(), null, new() { Delta = 0, Horizon = .001 });
        Assert.Equal(new Interval(0, 0, .9), forecast[3]);
        Assert.Equal(1, forecast.Probability(3, 0), .01);
    }

    // ---- refusals

    [Fact]
    public void What_would_mislead_or_makes_no_sense_is_refused_by_name()
    {
        var posterior = Posterior();
        Assert.StartsWith(
            "the posterior's k-hat is above its threshold.",
            Assert.Throws<ArgumentException>(
                () => Forecast.Of(Mini.Histories, new Unreliable(posterior), null, s_year)).Message);
        Assert.StartsWith(
            "prices has 1 values; expected 8, one per row.",
            Assert.Throws<ArgumentException>(
                () => Forecast.Of(Mini.Histories, posterior, null, s_year).Total([1], Mini.Histories.Weight)).Message);
        foreach (var options in new[]
        {
            s_year with { Delta = -1 }, s_year with { Horizon = 0 }, s_year with { Horizon = double.PositiveInfinity },
            s_year with { Level = 1 }, s_year with { Level = 0 }, s_year with { Draws = 0 },
        })
            Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.Of(Mini.Histories, posterior, null, options));
        Assert.Throws<ArgumentOutOfRangeException>(() => FutureOptions.Residual(0));
    }

    private static AttritionPosterior Posterior() =>
        AttritionPosterior.Of(AttritionFamilies.MbgNbd, PurchaseLog.Cdnow.Histories, s_mbg)!;

    private sealed class Unreliable(AttritionPosterior inner) : IAttritionPosterior
    {
        public ILatentAttrition Centre => inner.Centre;

        public bool Reliable => false;

        public IReadOnlyList<ILatentAttrition> Models(int count) => inner.Models(count);

        public IReadOnlyList<WeightedDraws> OverDraws(Func<ILatentAttrition, IReadOnlyList<double>> quantities) =>
            inner.OverDraws(quantities);
    }
}
