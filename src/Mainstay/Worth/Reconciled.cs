using System.Globalization;
using Mainstay.Ledger.Settings;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth;

/// <summary>Checks that customers and unassigned sum to the ledger, in revenue and margin, to the last digit.</summary>
internal static class Reconciled
{
    /// <exception cref="ReconciliationException">They do not.</exception>
    public static (Reconciliation Revenue, Reconciliation Margin) Check(
        LedgerTotals ledger, CustomerTotals customers, ServingCosts costs, BusinessSettings settings, MinorUnit unit)
    {
        var revenue = ledger.Net.Revenue - customers.NetRevenue - ledger.Unassigned.Revenue;
        Require("net revenue", revenue);
        var rate = settings.MarginRate;
        CheckCosts(costs.Company, costs.Customers, costs.Unassigned);
        var company = ledger.Net.Margin(rate) - costs.Company.Total;
        var unassigned = ledger.Unassigned.Margin(rate) - costs.Unassigned.Steps.Total;
        var margin = company - customers.MarginToDate - unassigned;
        Require("margin", margin);
        return (
            new(
                "net_revenue", settings.Currency, unit.Round(ledger.Net.Revenue), unit.Round(customers.NetRevenue),
                unit.Round(ledger.Unassigned.Revenue), unit.Round(revenue)),
            new(
                "margin_to_date", settings.Currency, unit.Round(company), unit.Round(customers.MarginToDate),
                unit.Round(unassigned), unit.Round(margin)));
    }

    /// <summary>Checks that what customers cost is on accounts or unassigned, at each step of the ladder.</summary>
    /// <exception cref="ReconciliationException">It is not.</exception>
    internal static void CheckCosts(CostTotals company, CustomerCostTotals customers, CustomerCostTotals unassigned)
    {
        var (all, found) = (company.Steps, customers.Steps + unassigned.Steps);
        Require("cost of fees and delivery", all.FeesAndDelivery - found.FeesAndDelivery);
        Require("cost of returns", all.Returns - found.Returns);
        Require("cost of serving customers", all.Service - found.Service);
        Require("cost of marketing", all.Marketing - found.Marketing);
    }

    /// <summary>Checks that every customer with money or a purchase day was valued.</summary>
    /// <exception cref="ReconciliationException">Some were not.</exception>
    public static void CheckValued(CustomerTotals customers, decimal margin, long buyers)
    {
        Require("margin of its customers", customers.MarginToDate - margin);
        Require("number of customers", customers.Customers - buyers);
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
