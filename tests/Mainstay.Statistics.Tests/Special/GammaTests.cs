using System.Numerics;
using Mainstay.Statistics.Special;
using MathNet.Numerics;

namespace Mainstay.Statistics.Tests.Special;

public sealed class GammaTests
{
    private static readonly double[] s_points = [1e-8, .001, .2426, .5, 1, 1.5, 2, 9.99, 10, 33.3, 1000.25, 1e7];

    [Fact]
    public void Known_values_are_exact()
    {
        Assert.Equal(Math.Log(Math.PI) / 2, Gamma.Log(.5), 2e-15);
        Assert.Equal(0, Gamma.Log(1), 4e-15);
        Assert.Equal(0, Gamma.Log(2), 4e-15);
        Assert.Equal(Math.Log(3628800), Gamma.Log(11), 4e-15);
        Assert.Equal(-.57721566490153286, Gamma.Digamma(1), 1e-15);
        Assert.Equal(Math.PI * Math.PI / 6, Gamma.Trigamma(1), 2e-15);
        Assert.Equal(Math.PI * Math.PI / 2, Gamma.Trigamma(.5), 4e-15);
        Assert.Equal(Math.Log(1 / 12.0), Gamma.LogBeta(2, 3), 6e-15);
    }

    [Fact]
    public void Logarithm_and_digamma_agree_with_MathNet() => Assert.All(s_points, x =>
    {
        Assert.Equal(SpecialFunctions.GammaLn(x), Gamma.Log(x), 1e-13 * Math.Max(1, Math.Abs(Gamma.Log(x))));
        Assert.Equal(SpecialFunctions.DiGamma(x), Gamma.Digamma(x), 1e-13 * Math.Max(1, Math.Abs(Gamma.Digamma(x))));
    });

    [Fact]
    public void Each_function_climbs_by_its_recurrence() => Assert.All(s_points, x =>
    {
        Assert.Equal(Math.Log(x), Gamma.Log(x + 1) - Gamma.Log(x), 1e-15 * (4 + Math.Abs(Gamma.Log(x))));
        Assert.Equal(1 / x, Gamma.Digamma(x + 1) - Gamma.Digamma(x), 4e-15 + (1e-15 / x));
        Assert.Equal(1 / x / x, Gamma.Trigamma(x) - Gamma.Trigamma(x + 1), 4e-15 + (1e-15 / x / x));
    });

    [Fact]
    public void The_complex_logarithm_is_the_real_one_on_the_axis_and_reflects_off_it() => Assert.All(s_points, x =>
    {
        Assert.Equal(Gamma.Log(x), Gamma.Log(new Complex(x, 0)).Real, 1e-15 * (4 + Math.Abs(Gamma.Log(x))));
        var above = Gamma.Log(new Complex(x, 3));
        var below = Gamma.Log(new Complex(x, -3));
        Assert.Equal(above.Real, below.Real, 1e-15 * (4 + Math.Abs(above.Real)));
    });

    [Fact]
    public void The_complex_logarithm_has_its_known_modulus_on_the_half_line()
    {
        // |Γ(½ + iy)|² = π / cosh(πy)
        foreach (var y in new[] { .1, 1, 5, 20 })
        {
            var expected = Math.Log(Math.PI / Math.Cosh(Math.PI * y)) / 2;
            Assert.Equal(expected, Gamma.Log(new Complex(.5, y)).Real, 2e-14);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Anything_but_a_positive_number_is_refused(double x)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Log(x));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Digamma(x));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Trigamma(x));
    }
}
