using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Import.Facts;

/// <summary>Imports texts of facts and of orders into a ledger, and shows its facts as comparable lines.</summary>
internal static class FactLedger
{
    private const string Facts =
        """
        select f.kind, f.day, f.until, f.name, f.channel, f.detail, f.quantity, f.minutes, f.share, f.amount, f.mark,
               c.customer_key, o.customer_key as other_key, f.order_id
        from facts f left join current_customers c on c.customer_id = f.customer_id
        left join current_customers o on o.customer_id = f.other_customer_id where f.live
        """;

    public static async Task<FileImport> ImportTextAsync(
        this TestLedger ledger, string text, ReadOptions? options = null, string name = "facts.csv")
    {
        using var staging = ledger.Database.ConnectForStaging();
        return await ImportTextAsync(ledger, staging, text, options, name);
    }

    /// <summary>The same over a connection of the caller's, which keeps what the import leaves on it.</summary>
    public static async Task<FileImport> ImportTextAsync(
        this TestLedger ledger, DuckDbConnection staging, string text, ReadOptions? options = null,
        string name = "facts.csv")
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-facts-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text, Encoding.UTF8);
            return await FileImport.CommitAsync(
                ledger.Database, staging, path, options ?? new(), ledger.Settings, ledger.Clock, null, default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every live fact, customer and cost of a line: equal lists mean equal ledgers.</summary>
    public static IReadOnlyList<string> FactContents(this TestLedger ledger) =>
    [
        .. ledger.Rows(Facts),
        .. ledger.Rows("select 'customer', customer_key, email from current_customers"),
        .. ledger.Rows("select 'line', order_id, customer_id, day, revenue, cost from current_order_lines"),
        .. ledger.Rows("select 'day', customer_id, day, net_revenue, net_of_costs, estimated_revenue from purchase_days"),
    ];
}
