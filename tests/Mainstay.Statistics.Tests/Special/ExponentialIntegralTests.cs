using Mainstay.Statistics.Special;
using MathNet.Numerics;

namespace Mainstay.Statistics.Tests.Special;

public sealed class ExponentialIntegralTests
{
    [Theory]
    [InlineData(1, 1e-10, 22.448635267383788)]
    [InlineData(1, 1, 0.59634736232319407)]
    [InlineData(2, 3, 0.21374877923404451)]
    [InlineData(.606, .12, 3.0886521193962014)]
    [InlineData(1.0000001, 1e-5, 10.935823095996987)]
    [InlineData(.001, 1e-8, 98231559.502039577)]
    [InlineData(150, .3, 0.006697832894497457)]
    [InlineData(3, 400, 0.0024814351908030502)]
    [InlineData(.5, 1e-100, 1.772453850905516e+50)]
    [InlineData(2.5, 1e-12, 0.66666666666533334)]
    [InlineData(12345, 20000, 3.0917044351403731e-5)]
    public void Values_agree_with_mpmath_at_forty_digits(double s, double z, double expected) =>
        Assert.Equal(1, ExponentialIntegral.Scaled(s, z) / expected, 3e-14);

    [Theory]
    [InlineData(1, .01)]
    [InlineData(2, .7)]
    [InlineData(5, 3)]
    public void Whole_orders_agree_with_MathNet(int n, double z) =>
        Assert.Equal(1, ExponentialIntegral.Scaled(n, z) * Math.Exp(-z) / SpecialFunctions.ExponentialIntegral(z, n), 1e-13);

    [Theory]
    [InlineData(.3, .01)]
    [InlineData(.999999, 2)]
    [InlineData(41.5, 7)]
    public void Orders_climb_by_their_recurrence(double s, double z) => // [DLMF 8.19.12]
        Assert.Equal(1, (s * ExponentialIntegral.Scaled(s + 1, z)) + (z * ExponentialIntegral.Scaled(s, z)), 1e-13);

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialIntegral.Scaled(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialIntegral.Scaled(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialIntegral.Scaled(1, double.NaN));
    }
}
