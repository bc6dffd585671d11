namespace Mainstay.Worth;

/// <summary>What an analysis does not know, estimated or had to leave out.</summary>
public sealed record DataQuality
{
    /// <summary>Fraction of net revenue whose margin rests on a rate instead of recorded costs.</summary>
    public required double EstimatedMargin { get; init; }

    /// <summary>Orders without a usable customer key: in company totals only.</summary>
    public required UnassignedOrders Unassigned { get; init; }

    /// <summary>Rows of the file that could not be understood.</summary>
    public required long RejectedRows { get; init; }

    /// <summary>Rows dated after as-of, ignored.</summary>
    public required long RowsAfterAsOf { get; init; }

    /// <summary>Repeat customers with zero mean spend, left out of the spend model.</summary>
    public required long ZeroSpendRepeaters { get; init; }

    /// <summary>Refunds no order could be found for.</summary>
    public required UnlinkedRefunds UnlinkedRefunds { get; init; }

    /// <summary>True under 20 customers: no tiers.</summary>
    public required bool TooFewForTiers { get; init; }

    /// <summary>Customers all of whose orders were refunded: in company totals, not in tiers.</summary>
    public CustomersWithoutPurchase WithoutPurchase { get; init; } = new(0, 0, 0);

    /// <summary>Lines whose amount and quantity × unit price disagree; the amount won.</summary>
    public long ContradictoryAmounts { get; init; }

    /// <summary>Rows in a currency without a rate, refused.</summary>
    public long RowsWithoutRate { get; init; }

    /// <summary>Models that fell back, in words.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>Anything else a careful reader should know, in words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
