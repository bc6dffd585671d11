using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>Which day of the business an instant falls on.</summary>
internal sealed class BusinessCalendar
{
    private const long MicrosPerDay = 86_400_000_000;

    private readonly TimeZoneInfo _zone;
    private readonly bool _isUtc;

    /// <summary>The calendar of the business's time zone.</summary>
    public BusinessCalendar(BusinessSettings settings)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone))
            throw new ImportException(new InputProblem(
                "setting time_zone", $"\"{settings.TimeZone}\"", "a time zone such as Europe/Berlin", "Correct it with: mainstay settings set time_zone ZONE."));
        _zone = zone;
        _isUtc = zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;
    }

    /// <summary>A moment without a zone keeps the day as written; an instant takes the business's day.</summary>
    public Moment Place(Moment moment)
    {
        if (!moment.IsInstant)
            return moment;
        var local = _isUtc ? moment.Micros : moment.Micros + Offset(moment.Micros);
        return moment with { Day = (int)(local >= 0 ? local / MicrosPerDay : (local - MicrosPerDay + 1) / MicrosPerDay) };
    }

    private long Offset(long micros) =>
        _zone.GetUtcOffset(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond)).Ticks / TimeSpan.TicksPerMicrosecond;
}
