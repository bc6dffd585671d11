namespace Mainstay.Worth.Lifetime;

/// <summary>The most it makes sense to spend on somebody who is no customer yet.</summary>
public sealed record InvestmentCeilings
{
    /// <summary>On winning one customer: what a new customer is worth at acquisition; null where unknown.</summary>
    public required decimal? NewCustomer { get; init; }

    /// <summary>
    /// On one prospect or lead: the same times the share of leads who become customers; null where unknown.
    /// </summary>
    public required decimal? Prospect { get; init; }

    /// <summary>Customers won over leads bought; null where no file tells how many leads there were.</summary>
    public required double? LeadConversion { get; init; }

    /// <summary>
    /// On one recruit, who buys and brings others: a new customer plus the mean credit of those who refer.
    /// </summary>
    public required decimal? Recruit { get; init; }

    /// <summary>Mean referral value of customers who referred anybody; null where nobody did.</summary>
    public required decimal? MeanReferralValue { get; init; }

    /// <summary>Why figures are null, in words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
