using Mainstay.Cli.Terminal;
using Mainstay.Worth.Tiers;

namespace Mainstay.Cli.Worth.Tiers;

/// <summary>The gold customers and what sets them apart.</summary>
internal static class GoldTable
{
    public static TextTable Of(IReadOnlyList<GoldCustomer> gold, Figures figures)
    {
        var table = new TextTable(
            new("customer", Flexible: true), new(figures.MoneyTitle("margin"), Right: true),
            new("of profit", Right: true), new("because of", Flexible: true));
        foreach (var one in gold)
            table.Add(
                string.IsNullOrEmpty(one.Name) ? one.Customer : $"{one.Customer}  {one.Name}",
                figures.Amount(one.Contribution),
                one.ShareOfProfit is { } share ? figures.Percent(share) : Cell.Missing,
                string.Join("; ", one.Reasons.Take(1).Select(reason => Words(reason, figures))));
        return table;
    }

    private static string Words(GoldReason reason, Figures figures) => reason.What switch
    {
        "purchase_days" =>
            $"{figures.Number(reason.Value, 0)} purchase days, median {figures.Number(reason.Median, 0)}",
        "spend_per_day" =>
            $"{figures.Short((decimal)reason.Value)} a purchase day, median {figures.Short((decimal)reason.Median)}",
        "margin_rate" => $"margin {figures.Percent(reason.Value)}, median {figures.Percent(reason.Median)}",
        "service_rate" => $"service {figures.Percent(reason.Value)}, median {figures.Percent(reason.Median)}",
        _ => $"{reason.What.Replace('_', ' ')} {figures.Number(reason.Value, 2)}, "
            + $"median {figures.Number(reason.Median, 2)}",
    };
}
