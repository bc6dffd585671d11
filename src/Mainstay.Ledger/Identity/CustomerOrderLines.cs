using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Identity;

/// <summary>The order lines behind a customer's figures.</summary>
public static class CustomerOrderLines
{
    private static readonly SqlFile Lines = SqlFile.Beside(typeof(CustomerOrderLines), "customer_order_lines");

    /// <summary>All live lines, oldest first, cancelled ones included.</summary>
    public static Task<IReadOnlyList<CustomerOrderLine>> ReadAsync(
        DbConnection connection, Guid customerId, CancellationToken cancellationToken = default) =>
        connection.QueryAsync<CustomerOrderLine>(Lines, new { customer_id = customerId }, cancellationToken);
}
