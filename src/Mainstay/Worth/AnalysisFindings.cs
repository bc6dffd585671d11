using Mainstay.Lifecycle;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>What the steps of one analysis found, before it is written down.</summary>
internal sealed record AnalysisFindings(
    DateOnly AsOf,
    LedgerTotals Ledger,
    CustomerTotals Customers,
    CompanyMargin Company,
    ServingCosts Costs,
    AcquisitionCosts Acquisition,
    ReferralCredits Referrals,
    (Reconciliation Revenue, Reconciliation Margin) Reconciliation,
    DistinctHistories Histories,
    AttritionModels Attrition,
    SpendModel Spend,
    ProfitRanking Ranking,
    ResidualIntervals Intervals,
    ComparisonDocument? Choice,
    IReadOnlyList<FrequencyBin> FrequencyHistogram,
    LifecycleByMonth Months);
