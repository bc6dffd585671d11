using System.Text.Json.Serialization;

namespace Mainstay.Worth;

/// <summary>One customer's line: of the CSV of <c>analyze</c>, of the customer list and of top and bottom.</summary>
public sealed record CustomerWorth
{
    /// <summary>The business's own key for the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Name, where a file gave one.</summary>
    public string? Name { get; init; }

    /// <summary>Stage token.</summary>
    public required string Stage { get; init; }

    /// <summary>State token; null without a purchase day.</summary>
    public required string? State { get; init; }

    /// <summary>Tier token; null under 20 customers and without a purchase day.</summary>
    public required string? Tier { get; init; }

    /// <summary>Repeat purchase days; null without a purchase day.</summary>
    public required long? Frequency { get; init; }

    /// <summary>First to last purchase day, in periods; null without a purchase day.</summary>
    public required double? Recency { get; init; }

    /// <summary>First purchase day to as-of, in periods; null without a purchase day.</summary>
    public required double? T { get; init; }

    /// <summary>Mean spend per repeat purchase day; null without a repeat.</summary>
    public required double? MonetaryValue { get; init; }

    /// <summary>Probability of still being a customer, under <see cref="PAliveModel"/>.</summary>
    public required double? PAlive { get; init; }

    /// <summary>Model of <see cref="PAlive"/>; <c>fixed_rule</c> when there is none.</summary>
    public required string PAliveModel { get; init; }

    /// <summary>Purchases expected in the next 365.25 days.</summary>
    [JsonPropertyName("expected_purchases_12m")]
    public required double? ExpectedPurchases12m { get; init; }

    /// <summary>Contribution margin booked to date.</summary>
    public required decimal MarginToDate { get; init; }

    /// <summary>Present value of margin still expected.</summary>
    public required decimal? ResidualValue { get; init; }

    /// <summary>
    /// Interval of <see cref="ResidualValue"/> at the assumptions' level; null where none can be given.
    /// </summary>
    public decimal? ResidualLow { get; init; }

    /// <inheritdoc cref="ResidualLow"/>
    public decimal? ResidualHigh { get; init; }

    /// <summary>Own lifetime value plus referral value.</summary>
    public required decimal? LifetimeValue { get; init; }

    /// <summary>First and last purchase day; null where every order was refunded, and for leads.</summary>
    public required DateOnly? FirstDay { get; init; }

    /// <inheritdoc cref="FirstDay"/>
    public required DateOnly? LastDay { get; init; }

    /// <summary>Net revenue to date.</summary>
    public required decimal NetRevenue { get; init; }

    /// <summary>True where any margin rests on a declared or default rate instead of recorded costs.</summary>
    public required bool MarginEstimated { get; init; }
}
