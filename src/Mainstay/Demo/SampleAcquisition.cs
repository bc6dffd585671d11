using System.Globalization;

namespace Mainstay.Demo;

/// <summary>
/// What the sample shop spent on being found: by month and channel, leads that came to nothing included. Mutable: it
/// counts who was won.
/// </summary>
internal sealed class SampleAcquisition(SampleOptions options)
{
    private static readonly (string Channel, double Share, double PerCustomer)[] s_channels =
        [("web", .75, 9.5), ("marketplace", .25, 4)];

    private readonly SampleRandom _random = new();
    private readonly SortedDictionary<DateOnly, int> _won = [];

    /// <summary>Counts a customer won on this day.</summary>
    public void Won(DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        _won[month] = _won.GetValueOrDefault(month) + 1;
    }

    /// <summary>What was spent, as rows of a file.</summary>
    public IEnumerable<string> Months()
    {
        foreach (var (month, won) in _won)
        {
            foreach (var (channel, share, perCustomer) in s_channels)
            {
                var random = _random.Restart(options.Seed, (ulong)month.DayNumber, (ulong)channel.Length);
                var spend = (long)(won * share * perCustomer * (.8 + .4 * random.Uniform()));
                var leads = (long)(won * share * (4 + 3 * random.Uniform()));
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{channel},{month:yyyy-MM},{spend},{leads},GBP");
            }
        }
    }
}
