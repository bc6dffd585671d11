using Mainstay.Statistics.Attrition;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>What the steps of one valuation found, before any of it is written down.</summary>
internal sealed record ValuationFindings(
    DateOnly AsOf,
    LedgerTotals Ledger,
    CustomerTotals Customers,
    CompanyMargin Company,
    ServingCosts Costs,
    AcquisitionCosts Acquisition,
    ReferralCredits Referrals,
    (Reconciliation Revenue, Reconciliation Margin) Reconciliation,
    Lifecycle.DistinctHistories Histories,
    PurchaseHistories Columns,
    AttritionModels Attrition,
    Task<IReadOnlyList<AttritionFit>> Rivals,
    SpendModel Spend,
    ProfitRanking Ranking,
    ResidualIntervals Intervals,
    ComparisonDocument? Choice);
