namespace Mainstay.Worth.Costing;

/// <summary>One kind of activity: what one takes, what one costs, how many there were.</summary>
public sealed record ActivityCost
{
    public required string Name { get; init; }

    /// <summary>Whose minutes it takes; null where a rate or the file itself gives the cost.</summary>
    public required string? Pool { get; init; }

    /// <summary>
    /// Minutes of one, in the definition that holds at as-of; the mean where they differ; null without.
    /// </summary>
    public required decimal? UnitMinutes { get; init; }

    /// <summary>Time equation; null where every one takes the same.</summary>
    public required string? Equation { get; init; }

    /// <summary>Cost of one: unit minutes × rate, or the rate card's; the mean where they differ.</summary>
    public required decimal? UnitCost { get; init; }

    /// <summary>How many were done.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Minutes they took together.</summary>
    public required decimal Minutes { get; init; }

    /// <summary>What they cost together.</summary>
    public required decimal Cost { get; init; }

    /// <summary>The part of <see cref="Cost"/> on customers' accounts.</summary>
    public required decimal CustomerCost { get; init; }

    /// <summary>What the work is for: a token of <see cref="CostCategory"/>.</summary>
    public required string Category { get; init; }

    /// <summary>What unit time and rate rest on, at worst.</summary>
    public required string Mark { get; init; }
}
