namespace Mainstay.Worth.Lifetime;

/// <summary>One customer's lifetime value and its parts.</summary>
public sealed record CustomerClv
{
    public required string Customer { get; init; }

    public string? Name { get; init; }

    /// <summary>Contribution booked to date, not discounted.</summary>
    public required decimal MarginToDate { get; init; }

    /// <summary>
    /// Present value of what is still expected, less avoidable cost to serve; null where not modelled.
    /// </summary>
    public required decimal? ResidualValue { get; init; }

    /// <summary>Interval of <see cref="ResidualValue"/>.</summary>
    public required decimal? Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public required decimal? High { get; init; }

    /// <summary>Spent on winning them, failed leads included; 0 where no spend is known.</summary>
    public required decimal AcquisitionCost { get; init; }

    /// <summary>Margin to date + residual value − acquisition cost.</summary>
    public required decimal? OwnLifetimeValue { get; init; }

    /// <summary>Credit for customers they brought: an attribution, in no total.</summary>
    public required decimal ReferralValue { get; init; }

    /// <summary>Own lifetime value + referral value.</summary>
    public required decimal? LifetimeValue { get; init; }

    /// <summary>
    /// All they earned and cost, and what is still to come, discounted to the day of their first purchase: the one
    /// figure to hold <see cref="AcquisitionCost"/> against. Null where nothing is modelled, or they never bought.
    /// </summary>
    public required decimal? ValueAtAcquisition { get; init; }

    /// <summary>The most it makes sense to spend on keeping them: residual value, never below 0.</summary>
    public required decimal? InvestmentCeiling { get; init; }

    /// <summary>What margin and costs rest on, at worst.</summary>
    public required string Mark { get; init; }
}
