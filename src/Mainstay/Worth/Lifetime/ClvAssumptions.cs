namespace Mainstay.Worth.Lifetime;

/// <summary>What a lifetime value rests on.</summary>
public sealed record ClvAssumptions
{
    /// <summary>Last day seen by every figure; residual values are present values at this day.</summary>
    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    /// <summary>Effective, per year.</summary>
    public required decimal DiscountRate { get; init; }

    /// <summary>How flows are discounted.</summary>
    public string Convention { get; init; } =
        "each expected purchase is discounted from the day it is expected to as-of at the effective yearly rate; "
        + "margin to date is as booked, neither discounted nor compounded";

    /// <summary>How far ahead.</summary>
    public string Horizon { get; init; } = "infinite";

    /// <summary>Name of the attrition model, and of the spend model.</summary>
    public required string AttritionModel { get; init; }

    /// <inheritdoc cref="AttritionModel"/>
    public required string SpendModel { get; init; }

    /// <summary>
    /// Product margin, after fees, delivery and returns, over net revenue: what own rates are shrunk to.
    /// </summary>
    public required double CompanyMarginRate { get; init; }

    /// <summary>Avoidable cost to serve and marketing over net revenue: what own rates are shrunk to.</summary>
    public required double CompanyServiceRate { get; init; }

    /// <summary>
    /// Probability that a referred customer would not have come otherwise, where a file does not say.
    /// </summary>
    public required decimal ReferralTypeOne { get; init; }

    /// <summary><c>declared</c>, or <c>default</c> while it is only ours.</summary>
    public required string ReferralTypeOneMark { get; init; }

    /// <summary>Mean acquisition cost of customers won by spending; null where no spend is known.</summary>
    public required decimal? AverageAcquisitionCost { get; init; }

    /// <summary>Probability that an interval holds.</summary>
    public required double IntervalLevel { get; init; }

    /// <summary>Why there are no intervals; null where there are.</summary>
    public required string? IntervalReason { get; init; }
}
