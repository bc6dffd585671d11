using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>The temporary list of customers whose record, refunds and days an import or undo derives again.</summary>
internal static class TouchedCustomers
{
    public static async Task PrepareAsync(DbConnection connection)
    {
        await connection.RunAsync("create temp table if not exists touched_customers (customer_id uuid)");
        await connection.RunAsync("delete from touched_customers");
    }
}
