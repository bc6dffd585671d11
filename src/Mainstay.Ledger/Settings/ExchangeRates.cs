using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Settings;

/// <summary>The settings' exchange rates as temporary table <c>exchange_rates</c>, for statements to join.</summary>
internal static class ExchangeRates
{
    public static async Task FillAsync(DbConnection connection, BusinessSettings settings)
    {
        await connection.RunAsync(
            "create temp table if not exists exchange_rates (currency varchar, rate decimal(18,8))");
        await connection.RunAsync("delete from exchange_rates");
        foreach (var (currency, rate) in settings.ExchangeRates)
            await connection.RunAsync(
                "insert into exchange_rates values (cast($currency as varchar), cast($rate as decimal(18,8)))",
                new { currency, rate });
    }
}
