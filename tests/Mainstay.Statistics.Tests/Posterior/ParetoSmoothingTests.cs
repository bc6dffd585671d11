using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class ParetoSmoothingTests
{
    [Fact]
    public void The_tail_estimate_equals_the_published_implementation_on_fifty_even_exceedances()
    {
        var pareto = GeneralizedPareto.Estimate([.. Enumerable.Range(1, 50).Select(i => i / 10.0)]);
        Assert.Equal(-0.6951660628, pareto.K, 5e-11);
        Assert.Equal(4.805027027, pareto.Sigma, 5e-10);
    }

    [Fact]
    public void Weights_sum_to_one_keep_their_order_and_are_capped_at_the_largest()
    {
        var random = new Random(7);
        var ratios = Enumerable.Range(0, 2000).Select(_ => 3 * random.NextDouble() * random.NextDouble()).ToArray();
        var smoothing = ParetoSmoothing.Of(ratios);
        Assert.Equal(1, smoothing.Weights.Sum(), 1e-12);
        var byRatio = ratios.Zip(smoothing.Weights).OrderBy(pair => pair.First).Select(pair => pair.Second).ToList();
        Assert.All(byRatio.Zip(byRatio.Skip(1)), pair => Assert.True(pair.First <= pair.Second * (1 + 1e-12)));
        Assert.InRange(smoothing.EffectiveSampleSize, 1, 2000);
    }

    [Fact]
    public void Equal_ratios_are_worth_every_draw()
    {
        var smoothing = ParetoSmoothing.Of(new double[500]);
        Assert.Equal(500, smoothing.EffectiveSampleSize, 1e-9);
        Assert.True(smoothing.Reliable);
    }

    [Fact]
    public void A_proposal_with_lighter_tails_than_its_target_is_found_out()
    {
        // Normal(0, 1) proposed for a Cauchy: the ratio e^(z²/2)/(1 + z²) has no mean.
        var random = new Random(11);
        var ratios = new double[4000];
        for (var i = 0; i < ratios.Length; i++)
        {
            var z = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            ratios[i] = (z * z / 2) - Math.Log(1 + (z * z));
        }

        var smoothing = ParetoSmoothing.Of(ratios);
        Assert.True(smoothing.KHat > smoothing.Threshold, $"k-hat {smoothing.KHat}");
        Assert.False(smoothing.Reliable);
    }

    [Fact]
    public void Too_few_draws_or_none_with_a_weight_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ParetoSmoothing.Of(new double[24]));
        var nothing = Enumerable.Repeat(double.NegativeInfinity, 100).ToArray();
        Assert.Throws<ArgumentException>(() => ParetoSmoothing.Of(nothing));
        Assert.Throws<ArgumentException>(() => GeneralizedPareto.Estimate([1, 2, 3, 4]));
    }
}
