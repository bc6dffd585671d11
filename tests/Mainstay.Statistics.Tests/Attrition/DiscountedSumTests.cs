using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Tests.Attrition;

public sealed class DiscountedSumTests
{
    [Theory]
    [InlineData(.001, .0018)]
    [InlineData(52, .0018)]
    [InlineData(52, 3)]
    [InlineData(1e5, .0018)]
    public void A_steady_stream_is_an_annuity(double t, double delta) => Assert.Equal(
        1, DiscountedSum.Of(s => 2.5 * s, t, delta, scale: 10) / (2.5 * -Stable.Expm1(-delta * t) / delta), 1e-12);

    [Theory]
    [InlineData(.3)]
    [InlineData(40)]
    public void A_stream_that_dries_up_has_a_closed_form(double k)
    {
        const double Delta = .01, T = 200;
        var expected = k / (k + Delta) * -Stable.Expm1(-(k + Delta) * T);
        Assert.Equal(1, DiscountedSum.Of(s => -Stable.Expm1(-k * s), T, Delta, scale: 1 / k) / expected, 1e-12);
    }

    [Fact]
    public void Without_time_nothing_and_without_discount_everything_counts()
    {
        Assert.Equal(0, DiscountedSum.Of(s => s, 0, .1, 1));
        Assert.Equal(7, DiscountedSum.Of(s => s, 7, 0, 1));
    }
}
