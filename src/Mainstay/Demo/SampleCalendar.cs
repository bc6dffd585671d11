namespace Mainstay.Demo;

/// <summary>
/// The shop's year: how busy each day is, and how new customers spread over the log. A busy day is worth more
/// than a day of buying time, a quiet one less, and a year adds up to a year.
/// </summary>
internal sealed class SampleCalendar
{
    /// <summary>January to December; they average 1.</summary>
    private static readonly double[] Season = [.85, .85, .95, .95, 1, .90, .75, .75, 1, 1.05, 1.35, 1.60];

    /// <summary>New customers grow by about 45 % a year.</summary>
    private const double Growth = 0.37;

    private readonly double[] _busy;
    private readonly double[] _joined;

    public SampleCalendar(SampleOptions options)
    {
        FirstDay = options.EndDay.AddDays(1 - options.Days);
        Days = options.Days;
        _busy = new double[Days + 1];
        _joined = new double[Days + 1];
        for (var day = 0; day < Days; day++)
        {
            var season = Season[FirstDay.AddDays(day).Month - 1];
            _busy[day + 1] = _busy[day] + season;
            _joined[day + 1] = _joined[day] + season * Math.Exp(Growth * day / 365.25);
        }
    }

    public DateOnly FirstDay { get; }

    public int Days { get; }

    /// <summary>Day of the log on which the given share of all customers has joined.</summary>
    public int JoinDay(double share) => DayOf(_joined, share * _joined[Days]);

    /// <summary>Buying time, in days of average season, from the start to a moment of <paramref name="day"/>.</summary>
    public double BusyAt(int day, double moment) => _busy[day] + moment * (_busy[day + 1] - _busy[day]);

    /// <summary>Day on which that much buying time has passed; <see cref="Days"/> when the log ends before.</summary>
    public int DayAt(double busy) => busy >= _busy[Days] ? Days : DayOf(_busy, busy);

    private static int DayOf(double[] cumulative, double value)
    {
        var found = Array.BinarySearch(cumulative, value);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, cumulative.Length - 2);
    }
}
