namespace Mainstay.Worth.Costing;

/// <summary>A resource over one period, as a file states it.</summary>
internal sealed record ResourcePool
{
    // Left unstated, cost is taken to go with the work: over a horizon of years people manage capacity to the work.
    private const decimal DefaultAvoidableShare = 1;

    public required string Name { get; init; }

    /// <summary>Null: one period over everything.</summary>
    public required DateOnly? From { get; init; }

    public required DateOnly? Until { get; init; }

    /// <summary>Of the whole period.</summary>
    public required decimal Cost { get; init; }

    public required decimal CapacityMinutes { get; init; }

    public decimal? StatedAvoidableShare { get; init; }

    public decimal? StepMinutes { get; init; }

    public required string Mark { get; init; }

    public decimal AvoidableShare => StatedAvoidableShare ?? DefaultAvoidableShare;

    /// <summary>
    /// Capacity cost rate, to eight decimals, so that money is multiplied by it exactly. [Kaplan 2004]
    /// </summary>
    public decimal RatePerMinute => CapacityMinutes > 0
        ? decimal.Round(Cost / CapacityMinutes, 8, MidpointRounding.AwayFromZero)
        : 0;

    public bool HasBegun(DateOnly asOf) => From is null || From <= asOf;

    public bool Covers(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>
    /// The part of the period that has passed at as-of: capacity is supplied day by day, at one rate.
    /// </summary>
    public decimal Passed(DateOnly asOf)
    {
        if (From is not { } from || Until is not { } until || asOf >= until)
            return 1;
        var days = until.DayNumber - from.DayNumber + 1;
        return asOf < from ? 0 : (decimal)(asOf.DayNumber - from.DayNumber + 1) / days;
    }
}
