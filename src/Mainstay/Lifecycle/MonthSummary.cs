namespace Mainstay.Lifecycle;

/// <summary>One calendar month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="NetRevenue">Orders of the month less refunds dated in it.</param>
/// <param name="ActiveCustomers">Customers with a purchase day in it.</param>
/// <param name="NewCustomers">Those whose first purchase day it holds.</param>
/// <param name="PurchaseDays">Purchase days in it.</param>
/// <param name="Complete">False while as-of lies before the month's last day.</param>
public sealed record MonthSummary(
    DateOnly Month, decimal NetRevenue, long ActiveCustomers, long NewCustomers, long PurchaseDays, bool Complete);
