using Mainstay.Statistics.Sampling;

namespace Mainstay.Statistics.Tests.Sampling;

/// <summary>Moments of what is drawn, within 4.5 standard errors of a fixed seed's sample.</summary>
public sealed class DrawTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(.05, 2)]
    [InlineData(.5, 10)]
    [InlineData(3, .1)]
    [InlineData(5000, 500)]
    public void Rates_have_the_moments_of_the_gamma(double shape, double rate) => AssertMoments(
        random => Draw.GammaRate(random, shape, rate), shape / rate, shape / (rate * rate));

    [Theory]
    [InlineData(.8, 2.4)]
    [InlineData(.02, .05)]
    [InlineData(400, 3)]
    public void Probabilities_have_the_moments_of_the_beta(double a, double b) => AssertMoments(
        random => Draw.Probability(random, a, b), a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));

    [Fact]
    public void Waits_are_exponential() => AssertMoments(random => Draw.Wait(random, .25), 4, 16);

    [Fact]
    public void Normal_deviates_are_standard() => AssertMoments(Draw.Normal, 0, 1);

    [Fact]
    public void Purchases_are_a_poisson_process() => AssertMoments(
        random =>
        {
            var times = new List<double>();
            Draw.Purchases(random, .3, 20, times);
            Assert.Equal(times.Order(), times);
            Assert.All(times, at => Assert.InRange(at, 0, 20));
            return times.Count;
        },
        6, 6);

    [Fact]
    public void Without_a_rate_nobody_buys()
    {
        var times = new List<double>();
        Draw.Purchases(Draw.From(1), 0, double.PositiveInfinity, times);
        Assert.Empty(times);
        Assert.Equal(double.PositiveInfinity, Draw.Wait(Draw.From(1), 0));
    }

    [Fact]
    public void Shapes_so_small_that_both_gammas_underflow_still_give_a_probability()
    {
        var random = Draw.From(3);
        for (var i = 0; i < 1000; i++)
            Assert.InRange(Draw.Probability(random, 1e-9, 1e-9), 0, 1);
    }

    [Fact]
    public void A_seed_fixes_the_sequence()
    {
        Assert.Equal(Draw.From(7).NextDouble(), Draw.From(7).NextDouble());
        Assert.NotEqual(Draw.From(7).NextDouble(), Draw.From(8).NextDouble());
    }

    private static void AssertMoments(Func<Random, double> draw, double mean, double variance)
    {
        var random = Draw.From(20260721);
        var values = Enumerable.Range(0, Draws).Select(_ => draw(random)).ToArray();
        var actual = values.Average();
        Assert.Equal(mean, actual, 4.5 * Math.Sqrt(variance / Draws));
        var squares = values.Select(value => (value - mean) * (value - mean)).ToArray();
        var spread = Math.Sqrt(squares.Average(s => (s - variance) * (s - variance)) / Draws);
        Assert.Equal(variance, squares.Average(), 4.5 * spread);
    }
}
