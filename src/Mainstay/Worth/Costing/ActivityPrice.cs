namespace Mainstay.Worth.Costing;

/// <summary>What one of an activity takes and costs, with these drivers and over this stretch of days.</summary>
internal sealed record ActivityPrice
{
    public required string Activity { get; init; }

    public required string Drivers { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Place in the list of pool periods; null where no pool works on it.</summary>
    public int? PoolNumber { get; init; }

    /// <summary>Pool named by the unit time, whether or not a period of it covers these days.</summary>
    public string? Pool { get; init; }

    public decimal? UnitMinutes { get; init; }

    public string? Equation { get; init; }

    public decimal? CostPerMinute { get; init; }

    /// <summary>To eight decimals; null where nothing prices it.</summary>
    public decimal? UnitCost { get; init; }

    public decimal AvoidableShare { get; init; } = 1;

    public required string Mark { get; init; }

    /// <summary>
    /// What the cost of a minute, or of one, rests on by itself: all that counts where minutes are given.
    /// </summary>
    public required string RateMark { get; init; }

    /// <summary>
    /// Cost of a quantity that says what minutes it took, or null, at this price; 0 where nothing prices it.
    /// </summary>
    public decimal CostOf(decimal quantity, decimal? minutes) =>
        minutes is { } given && CostPerMinute is { } rate ? given * rate : quantity * (UnitCost ?? 0);
}
