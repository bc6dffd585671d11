namespace Mainstay.Worth;

/// <summary>The choices behind an analysis, echoed in every result.</summary>
public sealed record Assumptions
{
    /// <summary>Nine in ten: what a business can still picture, and what simulation can check closely.</summary>
    internal const double Level = 0.9;

    /// <summary>Effective rate per year, a fraction.</summary>
    public required decimal DiscountRate { get; init; }

    /// <summary>Margin as a fraction of net revenue where cost is unknown.</summary>
    public required decimal MarginRate { get; init; }

    /// <summary><c>declared</c> or <c>default</c>.</summary>
    public required string MarginRateMark { get; init; }

    /// <summary>What a customer's margin rate is shrunk towards: the company's, or the rate above.</summary>
    public double CompanyMarginRate { get; init; }

    /// <summary>Revenue at which a customer's own margin rate and the company's weigh the same.</summary>
    public double MedianCustomerRevenue { get; init; }

    /// <summary><c>infinite</c>, discounted from as-of.</summary>
    public string Horizon { get; init; } = "infinite";

    /// <summary>IANA zone of every calendar day.</summary>
    public required string TimeZone { get; init; }

    /// <summary>First day of the week.</summary>
    public required string WeekStart { get; init; }

    /// <summary>Unit of frequency, recency and T.</summary>
    public required string Period { get; init; }

    /// <summary>Days in a year, for every conversion.</summary>
    public double DaysPerYear { get; init; } = 365.25;

    /// <summary>What the tiers rank by.</summary>
    public string TierMeasure { get; init; } = "margin_to_date";

    /// <summary>Cumulative shares that close gold, strong and steady.</summary>
    public required IReadOnlyList<decimal> TierShares { get; init; }

    /// <summary>Probability that every interval holds.</summary>
    public double IntervalLevel { get; init; } = Level;

    /// <summary>P(alive) below which a customer is lapsed, and lost.</summary>
    public double LapsedBelow { get; init; } = 0.5;

    /// <inheritdoc cref="LapsedBelow"/>
    public double LostBelow { get; init; } = 0.1;

    /// <summary>What waiting for money costs, per year.</summary>
    public decimal CapitalRate { get; init; }

    /// <summary>
    /// Cost of a minute of work where neither pool nor rate says; null: our default, where we have one.
    /// </summary>
    public decimal? CostPerMinute { get; init; }

    /// <summary>Smallest margins of gold, strong and steady; null: shares decide.</summary>
    public IReadOnlyList<decimal>? TierThresholds { get; init; }

    /// <summary>month, quarter or year: how far apart the tiers stand that movement compares.</summary>
    public string TierPeriod { get; init; } = "quarter";

    /// <summary>Silence quantile beyond which a customer who is alive is at risk.</summary>
    public double AtRiskQuantile { get; init; } = 0.8;

    /// <summary>What a purchase is.</summary>
    public string Purchase { get; init; } =
        "a calendar day with at least one order that is not cancelled, voided or fully refunded; "
        + "zero-price orders count";

    /// <summary>What a refund does to margin.</summary>
    public string Refunds { get; init; } =
        "dated, capped by what remains of the order; those without a matching order reduce margin and are listed";

    /// <summary>Exchange rates used, by currency; empty when one currency.</summary>
    public IReadOnlyDictionary<string, decimal> ExchangeRates { get; init; } = new Dictionary<string, decimal>();
}
