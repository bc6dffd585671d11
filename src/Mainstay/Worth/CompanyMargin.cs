using Mainstay.Worth.Costing;

namespace Mainstay.Worth;

/// <summary>What each customer's own margin rate is shrunk towards.</summary>
internal sealed record CompanyMargin
{
    public CompanyMargin(LedgerTotals ledger, CustomerTotals customers, ServingCosts costs, decimal declaredRate)
    {
        MedianRevenue = customers.MedianRevenue;
        var taken = costs.Company.Steps.FeesAndDelivery + costs.Company.Steps.Returns;
        Rate = (ledger.LinesWithCost > 0 || taken > 0) && ledger.Net.Revenue > 0
            ? (double)((ledger.Net.Margin(declaredRate) - taken) / ledger.Net.Revenue)
            : (double)declaredRate;
        ServiceRate = customers.NetRevenue > 0 ? (double)(costs.AvoidableService / customers.NetRevenue) : 0;
    }

    /// <summary>
    /// Company margin after fees, delivery and returns over company net revenue; the declared rate where no cost is
    /// known.
    /// </summary>
    public double Rate { get; }

    /// <summary>Avoidable cost to serve and marketing of customers over their net revenue.</summary>
    public double ServiceRate { get; }

    /// <summary>Half the weight: at this revenue a customer's own rate and the company's count alike.</summary>
    public double MedianRevenue { get; }
}
