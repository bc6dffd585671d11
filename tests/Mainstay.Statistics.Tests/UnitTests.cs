namespace Mainstay.Statistics.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData("day", .000260945)]
    [InlineData("week", .001826615)]
    [InlineData("month", .007942515)]
    public void Ten_percent_a_year_becomes_a_continuous_rate_per_period(string name, double expected)
    {
        Assert.True(Period.TryParse(name, out var period));
        Assert.Equal(expected, DiscountRate.PerYear(.10).PerPeriod(period), 5e-10);
        Assert.Equal(name, period.Name);
    }

    [Fact]
    public void A_year_of_periods_discounts_by_exactly_the_annual_rate()
    {
        foreach (var period in new[] { Period.Day, Period.Week, Period.Month })
        {
            var delta = DiscountRate.PerYear(.15).PerPeriod(period);
            Assert.Equal(1 / 1.15, Math.Exp(-delta * Horizon.Year.In(period)), 1e-14);
        }
    }

    [Fact]
    public void Horizons_count_in_the_models_period()
    {
        Assert.Equal(52.178571, Horizon.Year.In(Period.Week), 5e-7);
        Assert.Equal(39, Horizon.OfDays(273).In(Period.Week));
        Assert.Equal(12, Horizon.Year.In(Period.Month), 1e-12);
    }

    [Fact]
    public void Unknown_periods_and_impossible_rates_are_refused()
    {
        Assert.False(Period.TryParse("fortnight", out _));
        Assert.False(Period.TryParse(null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.PerYear(-.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.PerYear(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Horizon.OfDays(double.PositiveInfinity));
    }
}
