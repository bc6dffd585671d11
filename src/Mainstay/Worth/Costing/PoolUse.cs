namespace Mainstay.Worth.Costing;

/// <summary>
/// A resource pool over one period: capacity supplied, used and unused. Unused capacity is nobody's cost to serve.
/// </summary>
public sealed record PoolUse
{
    public required string Name { get; init; }

    /// <summary>First day of the period; null where the file gives none: then it is all time.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day of the period; null while it is open.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Cost of the capacity supplied, of the part of the period up to as-of.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Practical capacity in minutes, of the part of the period up to as-of.</summary>
    public required decimal CapacityMinutes { get; init; }

    /// <summary>Minutes all activities took.</summary>
    public required decimal UsedMinutes { get; init; }

    /// <summary>Capacity less use; negative where more was used than supplied.</summary>
    public required decimal UnusedMinutes { get; init; }

    /// <summary>Cost less what the activities were charged: on no customer's account.</summary>
    public required decimal UnusedCost { get; init; }

    /// <summary>Capacity cost rate: cost / practical capacity, of the whole period.</summary>
    public required decimal RatePerMinute { get; init; }

    /// <summary>Used / capacity.</summary>
    public required double UsedShare { get; init; }

    /// <summary>Fraction of the cost that would go with the work.</summary>
    public required decimal AvoidableShare { get; init; }

    /// <summary>Minutes in which capacity can be released; null where not stated: then minute by minute.</summary>
    public required decimal? StepMinutes { get; init; }

    /// <summary>measured, time_study, estimated or default.</summary>
    public required string Mark { get; init; }

    /// <summary>True where more was used than supplied: overtime, or a capacity stated too low.</summary>
    public bool OverUsed => UnusedMinutes < 0;
}
