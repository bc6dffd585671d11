using System.Text.Json.Serialization;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>
/// What one analysis found: the JSON contract of <c>analyze</c>, the content of the report and of the pages.
/// Property names are written in snake_case; money is in major units of <see cref="Currency"/>.
/// </summary>
public sealed record AnalysisDocument
{
    /// <summary>Last day seen by every figure.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO 4217 code of every amount; <c>XXX</c> when no file or setting named one.</summary>
    public required string Currency { get; init; }

    /// <summary>Name of the business, from its settings.</summary>
    public required string BusinessName { get; init; }

    /// <summary>First and last purchase day on or before <see cref="AsOf"/>.</summary>
    public required DateOnly? FirstDay { get; init; }

    /// <inheritdoc cref="FirstDay"/>
    public required DateOnly? LastDay { get; init; }

    /// <summary>Customers with a purchase day on or before <see cref="AsOf"/>.</summary>
    public required long Customers { get; init; }

    /// <summary>Customers who bought on a later day again.</summary>
    public required long RepeatCustomers { get; init; }

    /// <summary>Purchase days after each customer's first: Σx.</summary>
    public required long RepeatPurchases { get; init; }

    /// <summary>All purchase days.</summary>
    public required long PurchaseDays { get; init; }

    /// <summary>Orders that are not cancelled or fully refunded.</summary>
    public required long Orders { get; init; }

    /// <summary>Company net revenue: orders less refunds, unassigned included.</summary>
    public required decimal NetRevenue { get; init; }

    /// <summary>Refunds included in <see cref="NetRevenue"/>, as a positive amount.</summary>
    public required decimal Refunds { get; init; }

    /// <summary>Contribution margin booked to date over all customers.</summary>
    public required decimal MarginToDate { get; init; }

    /// <summary>From net revenue to what is left after all that serving customers took.</summary>
    public required MarginLadder Ladder { get; init; }

    /// <summary>Acquisition, service and referral.</summary>
    public required LifetimeTotals Lifetime { get; init; }

    /// <summary>Present value of the margin still expected from all customers; null when not modelled.</summary>
    public required decimal? ResidualValue { get; init; }

    /// <summary>Lower end of the interval of <see cref="ResidualValue"/>; null where none can be given.</summary>
    public decimal? ResidualLow { get; init; }

    /// <summary>Upper end of the interval of <see cref="ResidualValue"/>; null where none can be given.</summary>
    public decimal? ResidualHigh { get; init; }

    /// <summary>Why there is no interval; null where there is one.</summary>
    public string? ResidualIntervalReason { get; init; }

    /// <summary>Purchases expected in the 365.25 days after <see cref="AsOf"/>, undiscounted.</summary>
    [JsonPropertyName("expected_purchases_12m")]
    public required double? ExpectedPurchases12m { get; init; }

    /// <summary>Fitted models behind the estimates.</summary>
    public required ModelSet Models { get; init; }

    /// <summary>Profit tiers: gold, strong, steady, thin, losing; empty with a reason under 20 customers.</summary>
    public required IReadOnlyList<TierSummary> Tiers { get; init; }

    /// <summary>Cumulative profit over customers ranked by profit.</summary>
    public required WhaleCurve Whale { get; init; }

    /// <summary>Every stage, zero included: prospect, lead, first_time_buyer, repeat_customer, member.</summary>
    public required IReadOnlyList<NamedCount> Stages { get; init; }

    /// <summary>Every state, zero included: active, at_risk, lapsed, lost, won_back.</summary>
    public required IReadOnlyList<NamedCount> States { get; init; }

    /// <summary>Revenue and active customers by calendar month, oldest first.</summary>
    public required IReadOnlyList<MonthSummary> Months { get; init; }

    /// <summary>Retention by month of first purchase.</summary>
    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>Customers by number of repeat purchases: counted, and expected by the model.</summary>
    public required IReadOnlyList<FrequencyBin> FrequencyHistogram { get; init; }

    /// <summary>Customers by residual value.</summary>
    public required IReadOnlyList<ValueBin> ResidualHistogram { get; init; }

    /// <summary>The customers who earned most, best first.</summary>
    public required IReadOnlyList<CustomerWorth> TopCustomers { get; init; }

    /// <summary>The customers who earned least or cost most, worst first.</summary>
    public required IReadOnlyList<CustomerWorth> BottomCustomers { get; init; }

    /// <summary>Proof that customers and unassigned sum to the ledger.</summary>
    public required Reconciliation Reconciliation { get; init; }

    /// <summary>The same for margin to date, all that serving customers took included.</summary>
    public required Reconciliation MarginReconciliation { get; init; }

    /// <summary>The choices behind the figures.</summary>
    public required Assumptions Assumptions { get; init; }

    /// <summary>What the figures do not know or had to leave out.</summary>
    public required DataQuality Quality { get; init; }

    /// <summary>Version of the program that computed this.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The settings this was computed with, as far as figures depend on them.</summary>
    internal BusinessSettings SettingsThen() => new()
    {
        BusinessName = BusinessName,
        Currency = Currency,
        DiscountRate = Assumptions.DiscountRate,
        MarginRate = Assumptions.MarginRate,
        MarginRateDeclared = Assumptions.MarginRateMark == "declared",
        CapitalRate = Assumptions.CapitalRate,
        CostPerMinute = Assumptions.CostPerMinute,
        ReferralTypeOne = Lifetime.ReferralTypeOneMark == "declared" ? Lifetime.ReferralTypeOne : null,
        TierShares = new(Assumptions.TierShares[0], Assumptions.TierShares[1], Assumptions.TierShares[2]),
        TierThresholds = Assumptions.TierThresholds is [var gold, var strong, var steady]
            ? new(gold, strong, steady)
            : null,
        TierPeriod = Assumptions.TierPeriod,
    };
}
