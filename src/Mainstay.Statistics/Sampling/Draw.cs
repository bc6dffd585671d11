using MathNet.Numerics.Random;
using Distributions = MathNet.Numerics.Distributions;

namespace Mainstay.Statistics.Sampling;

/// <summary>Draws from the distributions that the models mix over, from a generator that the caller has seeded.</summary>
internal static class Draw
{
    /// <summary>A fast generator whose sequence the seed fixes on every machine. [Blackman &amp; Vigna 2018]</summary>
    public static Random From(int seed) => new Xoshiro256StarStar(seed, threadSafe: false);

    /// <summary>λ ~ Gamma(shape, rate), more than 0 unless it underflows.</summary>
    public static double GammaRate(Random random, double shape, double rate) =>
        Distributions.Gamma.Sample(random, shape, 1) / rate;

    /// <summary>p ~ Beta(a, b), in [0, 1].</summary>
    public static double Probability(Random random, double a, double b)
    {
        var (x, y) = (GammaRate(random, a, 1), GammaRate(random, b, 1));
        return x + y > 0 ? x / (x + y) : a / (a + b);
    }

    /// <summary>A waiting time of mean 1/rate; infinite at rate 0.</summary>
    public static double Wait(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    /// <summary>Adds the times in (0, until] at which a customer of this rate buys, ascending.</summary>
    public static void Purchases(Random random, double rate, double until, ICollection<double> purchases)
    {
        for (var at = Wait(random, rate); at <= until && double.IsFinite(at); at += Wait(random, rate))
            purchases.Add(at);
    }

    /// <summary>A standard normal deviate.</summary>
    public static double Normal(Random random) => Distributions.Normal.Sample(random, 0, 1);
}
