using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Worth.Lifetime;

/// <summary>
/// What somebody who buys for the first time today is worth, that purchase included, before acquisition cost.
/// </summary>
internal static class NewCustomerValue
{
    /// <summary>Present value at the first purchase; null where nothing could be modelled.</summary>
    public static double? Of(SqlSession sql, ValuationFindings found, AnalysisRequest request)
    {
        if (found.Attrition.Main is not { } model
            || sql.Scalar("select intercept from spend_by_frequency where frequency = 0") is not double spend)
            return null;
        var delta = DiscountRate.PerYear((double)request.Settings.DiscountRate).PerPeriod(request.Period);
        var residual = model.DiscountedExpectedResidualPurchases(new PurchaseHistory(0, 0, 0), delta);
        var value = (1 + residual) * spend * (found.Company.Rate - found.Company.ServiceRate);
        return double.IsFinite(value) ? value : null;
    }
}
