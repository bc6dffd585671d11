using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Identity;

/// <summary>A customer's story in the order it happened.</summary>
public static class CustomerTimeline
{
    private static readonly SqlFile Timeline = SqlFile.Beside(typeof(CustomerTimeline), "customer_timeline");

    /// <summary>Orders, cancellations, refunds, memberships and the imports that spoke of the customer, newest first.</summary>
    /// <param name="connection">A connection to the ledger.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="timeZone">The business's, for the day of an import.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static Task<IReadOnlyList<TimelineEntry>> ReadAsync(
        DbConnection connection, Guid customerId, string timeZone, CancellationToken cancellationToken = default) =>
        connection.QueryAsync<TimelineEntry>(
            Timeline, new { customer_id = customerId, zone = timeZone }, cancellationToken);
}
