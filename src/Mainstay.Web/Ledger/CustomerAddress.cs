namespace Mainstay.Web.Ledger;

/// <summary>
/// Where one customer's page is. A key may hold any character, slashes and dots too, so it is a query value.
/// </summary>
public static class CustomerAddress
{
    /// <summary>The page of the customer with this key.</summary>
    public static string Of(string customerKey) => "/ledger/customer?key=" + Uri.EscapeDataString(customerKey);
}
