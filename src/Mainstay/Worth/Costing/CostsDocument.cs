namespace Mainstay.Worth.Costing;

/// <summary>What serving customers costs, and of what: the JSON contract of <c>worth costs</c>.</summary>
public sealed record CostsDocument
{
    /// <summary>Last day seen by every figure.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Resources, one entry per pool and period, oldest period first.</summary>
    public required IReadOnlyList<PoolUse> Pools { get; init; }

    /// <summary>Activities, dearest first.</summary>
    public required IReadOnlyList<ActivityCost> Activities { get; init; }

    /// <summary>What estimated inputs leave open.</summary>
    public required CostSensitivity Sensitivity { get; init; }

    /// <summary>Costs that became known after they had been estimated.</summary>
    public required IReadOnlyList<Restatement> Restatements { get; init; }

    /// <summary>Proof that customers and unassigned sum to all activities.</summary>
    public required Reconciliation Reconciliation { get; init; }

    /// <summary>Activities that were recorded and could not be priced, in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
