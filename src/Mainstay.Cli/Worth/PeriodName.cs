using System.Globalization;
using Mainstay.Cli.Terminal;

namespace Mainstay.Cli.Worth;

/// <summary>A calendar period as people write it.</summary>
internal static class PeriodName
{
    /// <summary>The month, quarter or year that begins on a day.</summary>
    public static string Beginning(DateOnly from, string kind) => kind switch
    {
        "year" => from.ToString("yyyy", CultureInfo.InvariantCulture),
        "quarter" => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy} Q{(from.Month + 2) / 3}"),
        _ => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    /// <summary>Two days by the name of what lies between them, where it has one.</summary>
    public static string Of(DateOnly from, DateOnly until)
    {
        if (from.Day == 1)
            foreach (var (kind, months) in (ReadOnlySpan<(string, int)>)[("year", 12), ("quarter", 3), ("month", 1)])
            {
                if ((from.Month - 1) % months == 0 && until == from.AddMonths(months).AddDays(-1))
                    return Beginning(from, kind);
            }

        return $"{Figures.Day(from)} to {Figures.Day(until)}";
    }
}
