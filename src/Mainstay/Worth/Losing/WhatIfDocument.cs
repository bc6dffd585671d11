namespace Mainstay.Worth.Losing;

/// <summary>What an action would have changed, had it been in force over the time the figures cover.</summary>
public sealed record WhatIfDocument
{
    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    public required string Action { get; init; }

    /// <summary>Customers it is about.</summary>
    public required long Customers { get; init; }

    /// <summary>Customers left out because of an exception.</summary>
    public required long Excepted { get; init; }

    /// <summary>What they contribute as reported, fixed costs included.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>What they contribute over costs that would go with them: what leaving takes away.</summary>
    public required decimal AvoidableContribution { get; init; }

    /// <summary>What the firm's profit changes by, at the leave probability stated.</summary>
    public required decimal Change { get; init; }

    /// <summary>The same if nobody leaves.</summary>
    public required decimal ChangeIfAllStay { get; init; }

    /// <summary>The same if estimated costs were a quarter lower, and a quarter higher: the smaller first.</summary>
    public required decimal ChangeLow { get; init; }

    /// <inheritdoc cref="ChangeLow"/>
    public required decimal ChangeHigh { get; init; }

    public required decimal LeaveProbability { get; init; }

    /// <summary>
    /// Probability of leaving at which it no longer pays; null: it pays however many leave, or never.
    /// </summary>
    public required double? BreakEvenLeaveProbability { get; init; }

    /// <summary>Why that is null; null where it is not.</summary>
    public required string? BreakEvenReason { get; init; }

    /// <summary>Minutes set free, and what they save in whole steps.</summary>
    public required ReleasedCapacity Capacity { get; init; }

    /// <summary>What letting them go would do to everyone else's books.</summary>
    public required OverheadTrap Trap { get; init; }
}
