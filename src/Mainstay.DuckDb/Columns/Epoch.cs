namespace Mainstay.DuckDb.Columns;

/// <summary>
/// The engine counts days and microseconds from 1970. Its infinities read as the calendar's first and last
/// moment; dates are written as they are.
/// </summary>
internal static class Epoch
{
    private const int InfiniteFuture = int.MaxValue;
    private const int InfinitePast = -int.MaxValue;
    private const long InfiniteFutureMoment = long.MaxValue;
    private const long InfinitePastMoment = -long.MaxValue;

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    public static int Days(DateOnly date) => date.DayNumber - FirstDay;

    public static DateOnly Date(int days) => days switch
    {
        InfiniteFuture => DateOnly.MaxValue,
        InfinitePast => DateOnly.MinValue,
        _ when days > DateOnly.MaxValue.DayNumber - FirstDay || days < -FirstDay => throw OutOfRange("DATE"),
        _ => DateOnly.FromDayNumber(days + FirstDay),
    };

    /// <summary>Microseconds since 1970; what is finer is dropped.</summary>
    public static long Microseconds(DateTime moment) =>
        FloorDivide(moment.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond);

    /// <summary>The moment <paramref name="count"/> units after 1970.</summary>
    public static DateTime Moment(long count, long unitsPerSecond, DateTimeKind kind)
    {
        if (count is InfiniteFutureMoment or InfinitePastMoment)
            return DateTime.SpecifyKind(count > 0 ? DateTime.MaxValue : DateTime.MinValue, kind);
        var ticks = unitsPerSecond > TimeSpan.TicksPerSecond
            ? FloorDivide(count, unitsPerSecond / TimeSpan.TicksPerSecond)
            : (Int128)count * (TimeSpan.TicksPerSecond / unitsPerSecond);
        ticks += DateTime.UnixEpoch.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, kind) : throw OutOfRange("TIMESTAMP");
    }

    private static long FloorDivide(long value, long divisor) =>
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);

    private static OverflowException OutOfRange(string type) =>
        new($"This {type} lies outside the years 1 to 9999, which is all .NET knows; cast it to VARCHAR in the query.");
}
