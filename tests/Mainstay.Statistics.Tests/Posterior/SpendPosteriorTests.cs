using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Spend;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class SpendPosteriorTests
{
    private static readonly Lazy<SpendPosterior> s_cdnow = new(() => Of(PurchaseLog.Cdnow.Spend()));

    // ---- agreement

    [Fact]
    public void On_cdnow_the_deviations_are_the_published_standard_errors()
    {
        // s.e. 1.19 .2901 4.159 at 6.249 3.744 15.444: in the logarithms .190, .0775, .269.
        var posterior = s_cdnow.Value;
        Assert.True(posterior.Reliable);
        double[] expected = [.190, .0775, .269];
        for (var i = 0; i < 3; i++)
        {
            var letter = i;
            double Of(Func<double, double> of) => posterior.Parameters.Smoothing.Weights
                .Select((w, draw) => w * of(posterior.Parameters.Thetas[(draw * 3) + letter])).Sum();
            var mean = Of(theta => theta);
            Assert.Equal(1, Math.Sqrt(Of(theta => (theta - mean) * (theta - mean))) / expected[i], .15);
        }
    }

    [Fact]
    public void The_mode_is_near_the_maximum_of_the_likelihood()
    {
        var (fit, mode) = (GammaGamma.Fit(PurchaseLog.Cdnow.Spend()).Model!, s_cdnow.Value.At(s_cdnow.Value.Parameters.Mode));
        Assert.Equal(1, mode.PopulationMean / fit.PopulationMean, .01);
        Assert.Equal(1, mode.Parameters["q"] / fit.Parameters["q"], .05);
    }

    // ---- identities

    [Fact]
    public void The_currency_is_only_a_unit()
    {
        var dollars = PurchaseLog.Cdnow.Spend();
        var cents = Of(new(dollars.X, Array.ConvertAll(dollars.MeanSpend.ToArray(), z => z * 100)));
        Assert.Equal(s_cdnow.Value.KHat, cents.KHat, 1e-5);
        Assert.Equal(
            100, cents.At(cents.Parameters.Mode).PopulationMean / s_cdnow.Value.At(s_cdnow.Value.Parameters.Mode).PopulationMean,
            1e-4);
    }

    [Fact]
    public void Weights_are_duplicates_and_rows_without_spend_are_left_out()
    {
        double[] x = [1, 2, 3, 5, 1, 2], z = [10, 30, 20, 25, 12, 28], weight = [2, 1, 3, 1, 2, 1];
        int[] each = [0, 0, 1, 2, 2, 2, 3, 4, 4, 5];
        var model = new GammaGamma(6, 4, 15);
        var (merged, single) = (
            SpendPosterior.Of(new(x, z, weight), model)!,
            SpendPosterior.Of(
                new([0, .. each.Select(i => x[i])], [0, .. each.Select(i => z[i])]), model)!);
        Assert.Equal(merged.KHat, single.KHat, 1e-6);
        Assert.Equal(merged.EffectiveSampleSize, single.EffectiveSampleSize, 1e-2);
    }

    // ---- degenerate

    [Fact]
    public void No_draw_that_counts_has_an_infinite_mean()
    {
        // Three customers leave q wide open, down to where the mean spend ends.
        var posterior = SpendPosterior.Of(new([1, 2, 1], [3, 90, 14]), new GammaGamma(2, 1.2, 10))!;
        Assert.All(posterior.Parameters.Points(200), theta => Assert.True(double.IsFinite(posterior.At(theta).PopulationMean)));
        Assert.All(Enumerable.Range(0, 4000), draw => Assert.True(
            Math.Exp(posterior.Parameters.Thetas[(draw * 3) + 1]) > 1
            || posterior.Parameters.Smoothing.Weights[draw] < 1e-12));
    }

    private static SpendPosterior Of(SpendSummaries summaries) =>
        SpendPosterior.Of(summaries, GammaGamma.Fit(summaries).Model!)!;
}
