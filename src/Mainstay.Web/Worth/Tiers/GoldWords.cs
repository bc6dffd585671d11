using Mainstay.Web.Shell;
using Mainstay.Worth.Tiers;

namespace Mainstay.Web.Worth.Tiers;

/// <summary>What sets a gold customer apart, in words, against the median customer.</summary>
public static class GoldWords
{
    /// <summary><c>buys on 24 days, not 3</c>.</summary>
    public static string Of(GoldReason reason, Format format) => reason.What switch
    {
        "purchase_days" => $"bought on {Days(reason.Value, format)} days, not {Days(reason.Median, format)}",
        "spend_per_day" =>
            $"spends {Money(reason.Value, format)} each day they buy, not {Money(reason.Median, format)}",
        "margin_rate" =>
            $"leaves {format.Percent(reason.Value)} of revenue as margin, not {format.Percent(reason.Median)}",
        "service_rate" =>
            $"takes {format.Percent(reason.Value)} of revenue to serve, not {format.Percent(reason.Median)}",
        _ => $"{Word.Of(reason.What)} {format.Number(reason.Value)}, not {format.Number(reason.Median)}",
    };

    private static string Days(double value, Format format) => format.Number(value, value % 1 == 0 ? 0 : 1);

    private static string Money(double value, Format format) =>
        Math.Abs(value) < 1e15 ? format.Money((decimal)value) : Format.Missing;
}
