using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Tests.Special;

public sealed class StableTests
{
    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-10)]
    [InlineData(-1e-10)]
    [InlineData(1e-3)]
    [InlineData(.4)]
    [InlineData(-.4)]
    [InlineData(20)]
    public void Logarithm_and_exponential_near_zero_undo_each_other(double x)
    {
        Assert.Equal(1, Stable.Log1p(Stable.Expm1(x)) / x, 1e-15);
        var series = x - (x * x / 2) + (x * x * x / 3);
        if (Math.Abs(x) < 1e-8)
            Assert.Equal(1, Stable.Log1p(x) / series, 1e-15);
    }

    [Fact]
    public void The_ends_are_the_limits()
    {
        Assert.Equal(double.PositiveInfinity, Stable.Log1p(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, Stable.Log1p(-1));
        Assert.Equal(-1, Stable.Expm1(double.NegativeInfinity));
        Assert.Equal(0, Stable.Expm1(0));
        Assert.Equal(0, Stable.Logistic(-1e6));
        Assert.Equal(1, Stable.Logistic(1e6));
        Assert.Equal(.5, Stable.Logistic(0));
    }

    [Fact]
    public void Sums_of_exponentials_neither_overflow_nor_lose_an_absent_term()
    {
        Assert.Equal(1000 + Math.Log(2), Stable.LogSumExp(1000, 1000), 1e-12);
        Assert.Equal(-5, Stable.LogSumExp(-5, double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, Stable.LogSumExp(double.NegativeInfinity, double.NegativeInfinity));
        Assert.Equal(Math.Log(3), Stable.LogSumExp(0, Math.Log(2)), 1e-15);
    }
}
