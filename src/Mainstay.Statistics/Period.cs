namespace Mainstay.Statistics;

/// <summary>The unit in which a model counts time. A year is 365.25 days everywhere.</summary>
public sealed record Period
{
    /// <summary>Days in a year, leap years averaged.</summary>
    public const double DaysPerYear = 365.25;

    private Period(string name, double days) => (Name, Days) = (name, days);

    /// <summary>One day.</summary>
    public static Period Day { get; } = new("day", 1);

    /// <summary>Seven days, counted from each customer's own first purchase day.</summary>
    public static Period Week { get; } = new("week", 7);

    /// <summary>A twelfth of a year, 30.4375 days.</summary>
    public static Period Month { get; } = new("month", DaysPerYear / 12);

    /// <summary>The name in commands and documents: day, week or month.</summary>
    public string Name { get; }

    /// <summary>Length in days.</summary>
    public double Days { get; }

    /// <summary>The period called <paramref name="name"/>; false for any other word.</summary>
    public static bool TryParse(string? name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Period? period)
    {
        period = name switch { "day" => Day, "week" => Week, "month" => Month, _ => null };
        return period is not null;
    }

    /// <summary>How many of these periods <paramref name="days"/> days are.</summary>
    public double Of(double days) => days / Days;
}
