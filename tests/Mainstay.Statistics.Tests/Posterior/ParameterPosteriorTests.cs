using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class ParameterPosteriorTests
{
    [Fact]
    public void Cdnow_under_a_nearly_flat_prior_has_the_published_posterior_mean()
    {
        var likelihood = AttritionFamilies.BgNbd.Likelihood(PurchaseLog.Cdnow.Histories, timeScale: 1);
        var posterior = ParameterPosterior.Of(
            new(likelihood, priorDeviation: 1e4), [-1.4, 1.5, -.2, .9], PosteriorOptions.Default, false,
            TestContext.Current.CancellationToken)!;
        Assert.True(posterior.Smoothing.KHat < .7, $"k-hat {posterior.Smoothing.KHat}");
        double[] expected = [-1.4165, 1.485, -.2085, .923];
        for (var i = 0; i < expected.Length; i++)
        {
            var mean = 0.0;
            for (var draw = 0; draw < posterior.Smoothing.Weights.Count; draw++)
                mean += posterior.Smoothing.Weights[draw] * posterior.Thetas[(draw * 4) + i];

            // Monte Carlo of 4,000 draws on both sides: deviations .05, .09, .23 and .29 over √ESS.
            Assert.Equal(expected[i], mean, i < 2 ? .006 : .02);
        }
    }

    [Theory]
    [InlineData("bg-nbd")]
    [InlineData("mbg-nbd")]
    public void The_value_at_many_parameters_at_once_is_the_value_of_each(string name)
    {
        var likelihood = AttritionFamilies.Named(name)!.Likelihood(PurchaseLog.Cdnow.Histories, .25);
        var random = new Random(3);
        for (var count = 1; count < 19; count++)
        {
            var thetas = Enumerable.Range(0, count * 4).Select(_ => (4 * random.NextDouble()) - 2).ToArray();
            var values = new double[count];
            likelihood.Values(thetas, values);
            for (var i = 0; i < count; i++)
            {
                var one = likelihood.Evaluate(thetas.AsSpan(i * 4, 4), new double[4], new double[16]);
                Assert.Equal(one, values[i], 1e-13 * Math.Abs(one));
                Assert.Equal(one, likelihood.Value(thetas.AsSpan(i * 4, 4)), 1e-13 * Math.Abs(one));
            }
        }
    }

    [Fact]
    public void Few_points_have_the_mean_of_all_draws()
    {
        var likelihood = AttritionFamilies.MbgNbd.Likelihood(PurchaseLog.Cdnow.Histories, timeScale: .25);
        var posterior = ParameterPosterior.Of(
            new(likelihood, 1.5), [0, 0, 0, 0], PosteriorOptions.Default, false, TestContext.Current.CancellationToken)!;
        var mean = posterior.Points(64).Average(point => point[0]);
        var all = posterior.Smoothing.Weights.Select((w, draw) => w * posterior.Thetas[draw * 4]).Sum();
        Assert.Equal(all, mean, .005);
    }

    [Fact]
    public void The_same_seed_gives_the_same_draws_and_another_seed_others()
    {
        var target = new LogPosterior(AttritionFamilies.BgNbd.Likelihood(Mini.Histories, .25), 1.5);
        double[] Draws(int seed) => ParameterPosterior.Of(
            target, [0, 0, 0, 0], new() { Draws = 200, Seed = seed }, false,
            TestContext.Current.CancellationToken)!.Thetas;
        Assert.Equal(Draws(5), Draws(5));
        Assert.NotEqual(Draws(5), Draws(6));
    }
}
