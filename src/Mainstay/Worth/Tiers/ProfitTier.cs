namespace Mainstay.Worth.Tiers;

/// <summary>One profit tier.</summary>
public sealed record ProfitTier
{
    public required string Name { get; init; }

    public required long Customers { get; init; }

    /// <summary>Fraction of customers.</summary>
    public required double ShareOfCustomers { get; init; }

    /// <summary>Their margin to date, with its sign.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Fraction of total profit; null when the total is not positive.</summary>
    public required double? ShareOfProfit { get; init; }

    /// <summary>Share of profit down to and including this tier; null as above.</summary>
    public required double? CumulativeShareOfProfit { get; init; }

    /// <summary>Share of profit over share of customers: 1 is average; null as above, or when empty.</summary>
    public required double? ProfitIndex { get; init; }

    /// <summary>Smallest margin to date in it; null when empty.</summary>
    public required decimal? LowestMargin { get; init; }

    /// <summary>
    /// Mean probability that its members belong in it, estimated costs being what they are; null when empty or not
    /// asked.
    /// </summary>
    public required double? Probability { get; init; }

    /// <summary>
    /// Customers held to be in it: a change counts after two periods, or when its probability exceeds .8.
    /// </summary>
    public required long? Held { get; init; }
}
