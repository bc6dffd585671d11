using Dapper;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>The temporary list of customers whose record an import or undo derives again.</summary>
internal static class TouchedCustomers
{
    public static async Task PrepareAsync(DuckDbConnection connection)
    {
        await connection.ExecuteAsync("create temp table if not exists touched_customers (customer_id uuid)");
        await connection.ExecuteAsync("delete from touched_customers");
    }
}
