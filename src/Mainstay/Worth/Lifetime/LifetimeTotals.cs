namespace Mainstay.Worth.Lifetime;

/// <summary>What an analysis found of acquisition, service and referral.</summary>
public sealed record LifetimeTotals
{
    /// <summary>Spent on winning the customers there are.</summary>
    public required decimal AcquisitionCost { get; init; }

    /// <summary>Spent on winning nobody.</summary>
    public required decimal UnassignedAcquisitionCost { get; init; }

    /// <summary>Mean of customers won by spending; null where no spend is known.</summary>
    public required decimal? AverageAcquisitionCost { get; init; }

    /// <summary>Customers won over leads; null where unknown.</summary>
    public required double? LeadConversion { get; init; }

    /// <summary>Mean referral value of those who referred; null where nobody did.</summary>
    public required decimal? MeanReferralValue { get; init; }

    /// <summary>Probability of type one where no file says.</summary>
    public required decimal ReferralTypeOne { get; init; }

    /// <summary>declared or default.</summary>
    public required string ReferralTypeOneMark { get; init; }

    /// <summary>Present value of a new customer at their first purchase; null where not modelled.</summary>
    public required decimal? NewCustomer { get; init; }

    /// <summary>Avoidable cost to serve and marketing over customers' net revenue.</summary>
    public required double CompanyServiceRate { get; init; }
}
