namespace Mainstay.Worth;

/// <summary>Months, quarters and years of the calendar.</summary>
public static class CalendarPeriod
{
    /// <summary>Every period, shortest first.</summary>
    public static IReadOnlyList<string> All { get; } = ["month", "quarter", "year"];

    /// <summary>Months of a period.</summary>
    /// <exception cref="ArgumentException"><paramref name="period"/> is none of <see cref="All"/>.</exception>
    public static int Months(string period) => period switch
    {
        "month" => 1,
        "quarter" => 3,
        "year" => 12,
        _ => throw new ArgumentException(
            $"period \"{period}\" is not known; expected one of {string.Join(", ", All)}.", nameof(period)),
    };

    /// <summary>First day of the period of so many months that a day falls in.</summary>
    public static DateOnly Start(DateOnly day, int months) =>
        new(day.Year, day.Month - ((day.Month - 1) % months), 1);
}
