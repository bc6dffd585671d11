namespace Mainstay.Ledger.Settings;

/// <summary>
/// What a business decides for itself, kept in <c>mainstay.json</c>. Definitions never change; these defaults may.
/// </summary>
public sealed record BusinessSettings
{
    /// <summary>Name shown in headings.</summary>
    public string BusinessName { get; init; } = "My business";

    /// <summary>ISO 4217 code every figure is in; <c>XXX</c> until the business says otherwise.</summary>
    public string Currency { get; init; } = "XXX";

    /// <summary>IANA zone that decides which calendar day an order falls on.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>First day of the business's week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>BCP 47 tag for numbers and dates shown to people; files and JSON are never localised.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>Effective discount rate per year, a fraction: 0.10 is ten percent.</summary>
    public decimal DiscountRate { get; init; } = 0.10m;

    /// <summary>Contribution margin as a fraction of net revenue, where an order line's cost is not known.</summary>
    public decimal MarginRate { get; init; } = 0.30m;

    /// <summary>True when the business declared <see cref="MarginRate"/>; false while it is only our default.</summary>
    public bool MarginRateDeclared { get; init; }

    /// <summary>Cumulative shares of customers that close the gold, strong and steady tiers.</summary>
    public TierShares TierShares { get; init; } = new(0.05m, 0.16m, 0.44m);

    /// <summary>Smallest margins to date of gold, strong and steady, in place of shares; null: shares decide.</summary>
    public TierThresholds? TierThresholds { get; init; }

    /// <summary>month, quarter or year: how far apart the tiers stand that movement compares.</summary>
    public string TierPeriod { get; init; } = "quarter";

    /// <summary>What waiting for money costs per year, a fraction; null: as much as <see cref="DiscountRate"/>.</summary>
    public decimal? CapitalRate { get; init; }

    /// <summary>Cost of a minute of work where neither pool nor rate says; null: our default, where we have one.</summary>
    public decimal? CostPerMinute { get; init; }

    /// <summary>Probability that somebody referred would not have come otherwise; null: our default of one half.</summary>
    public decimal? ReferralTypeOne { get; init; }

    /// <summary>Address of the ledger's server, without a password; null: the workspace's own file.</summary>
    public string? Ledger { get; init; }

    /// <summary>Units of the business's currency for one unit of another, by ISO 4217 code.</summary>
    public IReadOnlyDictionary<string, decimal> ExchangeRates { get; init; } = new Dictionary<string, decimal>();
}
