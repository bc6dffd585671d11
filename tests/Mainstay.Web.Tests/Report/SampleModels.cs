using Mainstay.Worth;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Web.Tests.Report;

/// <summary>What an analysis says of its models: fitted, and refused for want of customers who came back.</summary>
internal static class SampleModels
{
    /// <summary>Two models of buying, one of spend, and how the first was chosen.</summary>
    public static ModelSet Fitted => new(
        Fit("bg-nbd", -18_204.117), Fit("mbg-nbd", -18_190.402),
        new()
        {
            Model = "gamma-gamma",
            Parameters = new Dictionary<string, double> { ["p"] = 6.2497, ["q"] = 3.7441, ["gamma"] = 15.4447 },
            StandardErrors = new Dictionary<string, double> { ["p"] = 0.9812, ["q"] = 0.2713, ["gamma"] = 3.1044 },
            LogLikelihood = -7055.918,
            Converged = true,
            Diagnosis = [],
            Customers = 1581,
            FrequencySpendCorrelation = 0.11,
        },
        [Fit("mbg-nbd", -18_190.402)], Choice);

    /// <summary>Acquisition, service and referral: nothing is known of them.</summary>
    public static LifetimeTotals Lifetime => new()
    {
        AcquisitionCost = 0,
        UnassignedAcquisitionCost = 0,
        AverageAcquisitionCost = null,
        LeadConversion = null,
        MeanReferralValue = null,
        ReferralTypeOne = 0.5m,
        ReferralTypeOneMark = "default",
        NewCustomer = 71.20m,
        CompanyServiceRate = 0,
    };

    /// <summary>From revenue to margin in one step, for nothing else is known.</summary>
    public static MarginLadder Ladder(decimal revenue, decimal margin) => new()
    {
        Steps = [.. LadderStep.All.Select((step, i) => new LadderAmount(step, i == 0 ? revenue : margin))],
        Unassigned = [.. LadderStep.All.Select(step => new LadderAmount(step, 0))],
        UnusedCapacityCost = 0,
        Low = margin,
        High = margin,
        Mark = "measured",
    };

    /// <summary>Nothing could be fitted.</summary>
    public static ModelSet Refused => new(
        RefusedFit("none", "too few customers came back to fit a model"),
        RefusedFit("fixed_rule", "too few customers came back to fit a model"),
        NoSpend, [], null);

    private static Dictionary<string, double> Nothing => [];

    private static SpendFit NoSpend => new()
    {
        Model = "none",
        Parameters = Nothing,
        StandardErrors = Nothing,
        LogLikelihood = null,
        Converged = false,
        Diagnosis = [],
        Customers = 0,
        FrequencySpendCorrelation = null,
    };

    private static AttritionFit RefusedFit(string model, string why) => new()
    {
        Model = model,
        Parameters = Nothing,
        StandardErrors = Nothing,
        LogLikelihood = null,
        Converged = false,
        Diagnosis = [why],
        Period = "week",
        Customers = 0,
        DistinctRows = 0,
    };

    private static ComparisonDocument Choice => new()
    {
        Cutoffs = [new(2025, 6, 30), new(2025, 12, 31)],
        AsOf = new(2026, 11, 20),
        Period = "week",
        Chosen = "bg-nbd",
        Why = "bg-nbd foretold held-out purchases best.",
        StandardErrorsAhead = 2.4,
        Models =
        [
            new("bg-nbd", false, -0.9821, new(1882, 1577, -16.2, .765, 1.607, .887), [], [], []),
            new("own-pace", true, null, new(1882, 2930, 55.7, 1.024, 1.9, .747), [], [], []),
            new("bg-cnbd-k", false, null, null, [], [], ["the gaps are not known"]),
        ],
    };

    private static AttritionFit Fit(string model, double logLikelihood) => new()
    {
        Model = model,
        LogLikelihood = logLikelihood,
        Converged = true,
        Diagnosis = [],
        Period = "week",
        Customers = 4012,
        DistinctRows = 2210,
        Parameters = Four(0.2426, 4.4136, 0.7929, 2.4259),
        StandardErrors = Four(0.0126, 0.3782, 0.1857, 0.7054),
    };

    private static Dictionary<string, double> Four(double r, double alpha, double a, double b) =>
        new() { ["r"] = r, ["alpha"] = alpha, ["a"] = a, ["b"] = b };
}
