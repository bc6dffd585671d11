namespace Mainstay.Worth.Tiers;

/// <summary>Who makes the profit: the JSON contract of <c>worth tiers</c>.</summary>
public sealed record TiersDocument
{
    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    /// <summary>What customers are ranked by.</summary>
    public string Measure { get; init; } = "margin_to_date";

    /// <summary>All five, empty or not; none under 20 customers.</summary>
    public required IReadOnlyList<ProfitTier> Tiers { get; init; }

    /// <summary>Why there are none; null where there are.</summary>
    public required string? TiersReason { get; init; }

    /// <summary>Cumulative profit over customers, best first.</summary>
    public required WhaleCurve Whale { get; init; }

    /// <summary>Who moved between tiers since a period ago; null where there was nobody to compare with.</summary>
    public required TierMovement? Movement { get; init; }

    /// <summary>The gold customers and what makes them gold, best first; at most as many as were asked for.</summary>
    public required IReadOnlyList<GoldCustomer> Gold { get; init; }

    /// <summary>Proof that customers and unassigned sum to the ledger, in margin.</summary>
    public required Reconciliation Reconciliation { get; init; }
}
