namespace Mainstay.Statistics;

/// <summary>How far ahead to look, in days, converted once into a model's own period.</summary>
public readonly record struct Horizon
{
    private Horizon(double days) => Days = days;

    /// <summary>Twelve months: 365.25 days.</summary>
    public static Horizon Year { get; } = new(Period.DaysPerYear);

    /// <summary>Length in days.</summary>
    public double Days { get; }

    /// <summary>A horizon of so many days, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, infinite or NaN.</exception>
    public static Horizon OfDays(double days)
    {
        Require.NonNegative(days);
        return new(days);
    }

    /// <summary>The same length counted in <paramref name="period"/>.</summary>
    public double In(Period period) => period.Of(Days);
}
