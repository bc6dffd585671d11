using Mainstay.Cli.Shell;
using Mainstay.Worth.Tiers;

namespace Mainstay.Cli.Worth.Tiers;

/// <summary>The tiers, one per line.</summary>
internal static class TiersCsv
{
    private static readonly Listing<ProfitTier> s_tiers = new("tiers",
    [
        new("tier", row => row.Name),
        new("customers", row => row.Customers),
        new("share_of_customers", row => row.ShareOfCustomers),
        new("profit", row => row.Profit),
        new("share_of_profit", row => row.ShareOfProfit),
        new("cumulative_share_of_profit", row => row.CumulativeShareOfProfit),
        new("profit_index", row => row.ProfitIndex),
        new("lowest_margin", row => row.LowestMargin),
        new("probability", row => row.Probability),
        new("held", row => row.Held),
    ]);

    public static void Write(Call call, TiersDocument tiers) => s_tiers.Write(call, tiers.Tiers);
}
