using System.Globalization;

namespace Mainstay.Demo;

/// <summary>
/// Who the sample shop employed for the work there was: whole shifts, and some of them idle. Mutable: it adds up
/// minutes by pool and quarter.
/// </summary>
internal sealed class SampleShifts(SampleOptions options)
{
    /// <summary>Minutes of a shift a week over a quarter, and how much of a shift is kept free for the rush.</summary>
    private const int Shift = 1_200;
    private const double Slack = 1.18;

    private readonly SortedDictionary<(DateOnly From, string Pool), long> _minutes = [];

    /// <summary>Adds work.</summary>
    public void Work(string pool, DateOnly day, int minutes)
    {
        var quarter = new DateOnly(day.Year, day.Month - (day.Month - 1) % 3, 1);
        _minutes[(quarter, pool)] = _minutes.GetValueOrDefault((quarter, pool)) + minutes;
    }

    /// <summary>The pools of every quarter, as rows of a file.</summary>
    public IEnumerable<string> Pools() => _minutes.Select(pair =>
    {
        var end = pair.Key.From.AddMonths(3).AddDays(-1);
        var days = end.DayNumber - pair.Key.From.DayNumber + 1;
        var passed = Math.Min(days, options.EndDay.DayNumber - pair.Key.From.DayNumber + 1);
        var shifts = (long)Math.Ceiling(pair.Value * Slack * days / passed / Shift);
        var perMinute = pair.Key.Pool == SampleWork.Care ? .48m : .39m;
        return string.Create(CultureInfo.InvariantCulture,
            $"{pair.Key.Pool},{shifts * Shift * perMinute:0.00},{shifts * Shift},{pair.Key.From:yyyy-MM-dd},"
            + $"{end:yyyy-MM-dd},0.6,{Shift},GBP");
    });
}
