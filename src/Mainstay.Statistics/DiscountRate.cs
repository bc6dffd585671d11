using Mainstay.Statistics.Special;

namespace Mainstay.Statistics;

/// <summary>What a year's wait costs: an effective annual rate, never a bare number whose unit must be guessed.</summary>
public readonly record struct DiscountRate
{
    private DiscountRate(double effectivePerYear) => EffectivePerYear = effectivePerYear;

    /// <summary>The effective annual rate d: money a year away is worth 1/(1 + d).</summary>
    public double EffectivePerYear { get; }

    /// <summary>An effective annual rate, 0.10 for ten percent; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative, infinite or NaN.</exception>
    public static DiscountRate PerYear(double rate)
    {
        Require.NonNegative(rate);
        return new(rate);
    }

    /// <summary>The continuous rate δ = ln(1 + d) · days/365.25 per <paramref name="period"/>. [domain §2]</summary>
    public double PerPeriod(Period period) => Stable.Log1p(EffectivePerYear) * period.Days / Period.DaysPerYear;
}
