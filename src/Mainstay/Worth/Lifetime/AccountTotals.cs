using Mainstay.Ledger.Engines;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;

namespace Mainstay.Worth.Lifetime;

/// <summary>What an analysis found beyond orders, rounded for its document.</summary>
internal sealed class AccountTotals(SqlSession sql, AnalysisRequest request, MinorUnit unit)
{
    /// <summary>From net revenue to what is left.</summary>
    public MarginLadder Ladder(ValuationFindings found)
    {
        var (ledger, costs, rate) = (found.Ledger, found.Costs, request.Settings.MarginRate);
        var company = MarginLadder.StepsOf(ledger.Net.Revenue, ledger.Net.Margin(rate), costs.Company.Steps);
        var open = (Math.Abs(rate * ledger.Net.EstimatedRevenue) + costs.Company.Estimated) * CostSensitivity.Quarter;
        var margin = ledger.LinesWithCost == ledger.Lines ? CostMark.Measured
            : request.Settings.MarginRateDeclared ? CostMark.Estimated : CostMark.Default;
        return new()
        {
            Steps = Rounded(company),
            Unassigned = Rounded(MarginLadder.StepsOf(
                ledger.Unassigned.Revenue, ledger.Unassigned.Margin(rate), costs.Unassigned.Steps)),
            UnusedCapacityCost = unit.Round(costs.UnusedCapacityCost),
            Low = unit.Round(company[^1].Amount - open),
            High = unit.Round(company[^1].Amount + open),
            Mark = CostMark.Worse(margin, costs.Company.Mark),
        };
    }

    private IReadOnlyList<LadderAmount> Rounded(IReadOnlyList<LadderAmount> steps) =>
        [.. steps.Select(step => step with { Amount = unit.Round(step.Amount) })];

    /// <summary>Acquisition, service and referral.</summary>
    public LifetimeTotals Lifetime(ValuationFindings found) => new()
    {
        AcquisitionCost = unit.Round(found.Acquisition.Assigned),
        UnassignedAcquisitionCost = unit.Round(found.Acquisition.Unassigned),
        AverageAcquisitionCost = found.Acquisition.Average is { } average ? unit.Round(average) : null,
        LeadConversion = found.Acquisition.LeadConversion,
        MeanReferralValue = unit.Round(found.Referrals.Mean),
        ReferralTypeOne = request.Settings.ReferralTypeOne ?? ReferralCredits.DefaultTypeOne,
        ReferralTypeOneMark = request.Settings.ReferralTypeOne is null ? "default" : "declared",
        NewCustomer = unit.Round(NewCustomerValue.Of(sql, found, request)),
        CompanyServiceRate = found.Company.ServiceRate,
    };
}
