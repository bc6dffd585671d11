namespace Mainstay.Worth.Losing;

/// <summary>A customer whose contribution is negative.</summary>
public sealed record LosingCustomer
{
    public required string Customer { get; init; }

    public string? Name { get; init; }

    public required decimal NetRevenue { get; init; }

    /// <summary>Margin to date: below 0.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>
    /// Contribution with only those costs that would go with the customer: what letting go takes away.
    /// </summary>
    public required decimal AvoidableContribution { get; init; }

    /// <summary>What costs money, most first; positive amounts.</summary>
    public required IReadOnlyList<LossCause> Causes { get; init; }

    /// <summary>Factor on today's prices at which they break even; null without revenue.</summary>
    public required double? BreakEvenMultiplier { get; init; }

    /// <summary>Why there is none; null where there is one.</summary>
    public required string? BreakEvenReason { get; init; }

    /// <summary>The smallest change that turns them; null where no single one does.</summary>
    public required SmallestChange? SmallestChange { get; init; }

    /// <summary>Minutes of the firm's people they took.</summary>
    public required decimal Minutes { get; init; }

    /// <summary>What gold customers would have earned in those minutes; null where unknown.</summary>
    public required decimal? TakenFromGold { get; init; }

    /// <summary>Why they stay all the same; null: nobody said so.</summary>
    public required KeptCustomer? Exception { get; init; }
}
