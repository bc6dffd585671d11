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

    [Theory]
    [InlineData(.3, 4000)]
    [InlineData(.9, 1000)]
    [InlineData(1.6, 400)]
    public void Weights_are_those_of_the_steps_of_domain_1_10_taken_one_by_one(double spread, int count)
    {
        var random = new Random(5);
        var ratios = Enumerable.Range(0, count).Select(_ => -spread * Math.Log(random.NextDouble())).ToArray();
        var smoothing = ParetoSmoothing.Of(ratios);
        var (weights, khat) = Plainly(ratios);
        Assert.Equal(khat, smoothing.KHat, 1e-10);
        Assert.All(weights, (weight, i) => Assert.Equal(1, smoothing.Weights[i] / weight, 1e-9));
        Assert.Equal(1, smoothing.EffectiveSampleSize * weights.Sum(w => w * w), 1e-9);
    }

    /// <summary>Step 3 of domain §1.10, without a thought for speed or for digits.</summary>
    private static (double[] Weights, double KHat) Plainly(double[] ratios)
    {
        var lw = ratios.Select(ratio => ratio - ratios.Max()).ToArray();
        var rank = Enumerable.Range(0, lw.Length).OrderBy(i => lw[i]).ToArray();
        var M = (int)Math.Ceiling(Math.Min(.2 * lw.Length, 3 * Math.Sqrt(lw.Length)));
        var u = Math.Exp(lw[rank[lw.Length - M - 1]]);
        var y = rank[^M..].Select(i => Math.Exp(lw[i]) - u).ToArray();
        var m = 30 + (int)Math.Floor(Math.Sqrt(M));
        var b = Enumerable.Range(1, m).Select(j =>
            (1 / y[^1]) + ((1 - Math.Sqrt(m / (j - .5))) / (3 * y[(int)Math.Floor((M / 4.0) + .5) - 1]))).ToArray();
        var k = b.Select(bj => y.Average(value => Math.Log(1 - (bj * value)))).ToArray();
        var l = b.Select((bj, j) => M * (Math.Log(-bj / k[j]) - k[j] - 1)).ToArray();
        var best = b.Select((bj, j) => bj / l.Sum(li => Math.Exp(li - l[j]))).Sum();
        var raw = y.Average(value => Math.Log(1 - (best * value)));
        var (sigma, khat) = (-raw / best, ((raw * M) + (10 * .5)) / (M + 10));
        for (var j = 1; j <= M; j++)
        {
            var quantile = sigma * (Math.Pow(1 - ((j - .5) / M), -khat) - 1) / khat;
            lw[rank[lw.Length - M + j - 1]] = Math.Min(0, Math.Log(u + quantile));
        }

        var total = lw.Sum(Math.Exp);
        return ([.. lw.Select(log => Math.Exp(log) / total)], khat);
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
