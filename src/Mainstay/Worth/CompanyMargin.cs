namespace Mainstay.Worth;

/// <summary>What each customer's own margin rate is shrunk towards.</summary>
internal sealed record CompanyMargin
{
    public CompanyMargin(LedgerTotals ledger, CustomerTotals customers, decimal declaredRate)
    {
        MedianRevenue = customers.MedianRevenue;
        Rate = ledger.LinesWithCost > 0 && ledger.Net.Revenue > 0
            ? (double)(ledger.Net.Margin(declaredRate) / ledger.Net.Revenue)
            : (double)declaredRate;
    }

    /// <summary>Company margin over company net revenue; the declared rate where no cost is known.</summary>
    public double Rate { get; }

    /// <summary>Half the weight: at this revenue a customer's own rate and the company's count alike.</summary>
    public double MedianRevenue { get; }
}
