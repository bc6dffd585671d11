namespace Mainstay.Worth.Lifetime;

/// <summary>What each customer is worth over their life with the firm: the JSON contract of <c>worth clv</c>.</summary>
public sealed record ClvDocument
{
    /// <summary>The choices behind the figures.</summary>
    public required ClvAssumptions Assumptions { get; init; }

    /// <summary>All customers together: own parts only.</summary>
    public required CustomerEquity Equity { get; init; }

    /// <summary>The most it makes sense to spend on winning somebody new.</summary>
    public required InvestmentCeilings Ceilings { get; init; }

    /// <summary>Spend that cannot be laid on a customer: months and channels that won nobody.</summary>
    public required decimal UnassignedAcquisitionCost { get; init; }

    /// <summary>Customers asked for, of highest lifetime value first.</summary>
    public required IReadOnlyList<CustomerClv> Customers { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long CustomersTotal { get; init; }
}
