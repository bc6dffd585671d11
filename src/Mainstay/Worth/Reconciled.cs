using System.Globalization;
using Mainstay.Ledger.Settings;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth;

/// <summary>Checks that customers and unassigned sum to the ledger, in revenue and margin, to the last digit.</summary>
internal static class Reconciled
{
    /// <exception cref="ReconciliationException">They do not.</exception>
    public static Reconciliation Check(
        LedgerTotals ledger, CustomerTotals customers, ServingCosts costs, BusinessSettings settings, MinorUnit unit)
    {
        var revenue = ledger.Net.Revenue - customers.NetRevenue - ledger.Unassigned.Revenue;
        Require("net revenue", revenue);
        var rate = settings.MarginRate;
        Require(
            "cost of serving customers", costs.Company.Total - costs.Customers.Total - costs.Unassigned.Total);
        Require(
            "margin",
            ledger.Net.Margin(rate) - costs.Company.Total - customers.MarginToDate
                - (ledger.Unassigned.Margin(rate) - costs.Unassigned.Total));
        return new(
            "net_revenue", settings.Currency, unit.Round(ledger.Net.Revenue), unit.Round(customers.NetRevenue),
            unit.Round(ledger.Unassigned.Revenue), unit.Round(revenue));
    }

    /// <summary>Checks that every customer with money or a purchase day was valued.</summary>
    /// <exception cref="ReconciliationException">Some were not.</exception>
    public static void CheckValued(CustomerTotals customers, WorthGroups valued)
    {
        Require("margin of its customers", customers.MarginToDate - valued.Margin);
        Require("number of customers", customers.Customers - valued.Buyers);
    }

    /// <summary>Refuses a measure whose two paths differ.</summary>
    internal static void Require(string measure, decimal difference)
    {
        if (difference != 0)
        {
            throw new ReconciliationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The ledger's {measure} exceeds what was found customer by customer by {difference}; expected 0."));
        }
    }
}
