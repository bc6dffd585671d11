using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Identity;

/// <summary>Finds a customer by what people call them.</summary>
public static class CustomerLookup
{
    private static readonly SqlFile Find = SqlFile.Beside(typeof(CustomerLookup), "find_customers");

    /// <summary>
    /// The customers with that key, else with that email in any letter case; more than one when two sources use one key.
    /// </summary>
    public static async Task<IReadOnlyList<KnownCustomer>> FindAsync(
        DbConnection connection, string key, CancellationToken cancellationToken = default)
    {
        var found = await connection.QueryAsync<KnownCustomer>(Find, new { key }, cancellationToken);
        var exact = found.Where(customer => customer.CustomerKey == key).ToArray();
        return exact.Length > 0 ? exact : found;
    }
}
