namespace Mainstay.Worth.Ladder;

/// <summary>From net revenue to what is left, step by step: the JSON contract of <c>worth ladder</c>.</summary>
public sealed record LadderDocument
{
    /// <summary>Last day seen by every figure.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The company: customers and unassigned together. Names as in <see cref="LadderStep"/>.</summary>
    public required IReadOnlyList<LadderAmount> Steps { get; init; }

    /// <summary>What belongs to no customer, by step; part of <see cref="Steps"/>.</summary>
    public required IReadOnlyDictionary<string, decimal> Unassigned { get; init; }

    /// <summary>Each customer's own ladder, by key; null unless asked for.</summary>
    public IReadOnlyList<CustomerLadder>? ByCustomer { get; init; }

    /// <summary>The company period by period, oldest first; null unless asked for.</summary>
    public IReadOnlyList<PeriodLadder>? ByPeriod { get; init; }

    /// <summary>Cost of capacity nobody used: below the ladder, on no account.</summary>
    public required decimal UnusedCapacityCost { get; init; }

    /// <summary>What the last step would be with estimated inputs a quarter dearer, and a quarter cheaper.</summary>
    public required decimal Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public required decimal High { get; init; }

    /// <summary>What the ladder rests on, at worst.</summary>
    public required string Mark { get; init; }

    /// <summary>Proof, for the last step, that customers and unassigned sum to the company.</summary>
    public required Reconciliation Reconciliation { get; init; }
}
