namespace Mainstay.Ledger.Import;

/// <summary>What a date cell says: a calendar day, and the instant behind it when the cell names a zone.</summary>
/// <param name="Day">Days since 1970-01-01, as written.</param>
/// <param name="Micros">Microseconds since 1970-01-01T00:00Z; meaningless unless <paramref name="IsInstant"/>.</param>
/// <param name="IsInstant">True when the cell carries a zone, an offset or is an epoch.</param>
internal readonly record struct Moment(int Day, long Micros, bool IsInstant)
{
    /// <summary>The calendar day of a count of days since 1970-01-01.</summary>
    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day + 719_162);
}
