using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Costing;

/// <summary>
/// Prices every distinct activity over stretches of days in which nothing about it changes: its own minutes × the rate
/// of the pool that works on it; else the rate card; else our minutes at a default cost.
/// </summary>
internal sealed class ActivityPrices(CostDefinitions definitions, BusinessSettings settings)
{
    private readonly decimal? _minuteCost = RateCard.MinuteCost(settings.CostPerMinute, settings.Currency);

    /// <summary>The prices of one activity with one set of drivers, first day first, without a gap.</summary>
    public IEnumerable<ActivityPrice> Of(string activity, string drivers)
    {
        var times = definitions.Times.Where(time => Same(time.Activity, activity)).ToList();
        var rates = definitions.Rates.Where(rate => Same(rate.Activity, activity)).ToList();
        var pools = definitions.Pools.Where(pool => times.Exists(time => Same(time.Pool, pool.Name)));
        DateOnly[] starts =
        [
            .. pools.SelectMany(pool => (DateOnly?[])[pool.From, pool.Until?.AddDays(1)])
                .Concat(times.Select(time => time.From)).Concat(rates.Select(rate => rate.From))
                .OfType<DateOnly>().Append(DateOnly.MinValue).Distinct().Order(),
        ];
        for (var at = 0; at < starts.Length; at++)
            yield return Price(
                activity, drivers, starts[at], at + 1 < starts.Length ? starts[at + 1] : DateOnly.MaxValue,
                In(times, starts[at], time => time.From), In(rates, starts[at], rate => rate.From));
    }

    private ActivityPrice Price(
        string activity, string drivers, DateOnly from, DateOnly until, UnitTime? time, UnitRate? rate)
    {
        var minutes = time?.MinutesOf(drivers);
        var price = new ActivityPrice
        {
            Activity = activity,
            Drivers = drivers,
            From = from,
            Until = until,
            Pool = time?.Pool,
            UnitMinutes = minutes,
            Equation = time?.EquationText,
            Mark = CostMark.Measured,
            RateMark = CostMark.Measured,
        };
        if (PoolOn(time?.Pool, from) is var (number, provisional) && definitions.Pools[number] is { } pool)
            return Priced(
                price with { PoolNumber = provisional ? null : number }, pool.RatePerMinute, pool.AvoidableShare,
                provisional ? CostMark.Worse(CostMark.Estimated, pool.Mark) : pool.Mark, time!.Mark);
        if (rate is not null)
            return price with
            {
                UnitCost = rate.UnitCost,
                AvoidableShare = rate.AvoidableShare ?? 1,
                Mark = rate.Mark,
                RateMark = rate.Mark,
            };
        var ours = price with { UnitMinutes = minutes ?? RateCard.Minutes(CostCategory.Of(activity)) };
        return _minuteCost is { } cost
            ? Priced(
                ours, cost, 1, settings.CostPerMinute is null ? CostMark.Default : CostMark.Estimated,
                minutes is null ? CostMark.Default : time!.Mark)
            : price with { Mark = CostMark.Default, RateMark = CostMark.Default };
    }

    private static ActivityPrice Priced(
        ActivityPrice price, decimal perMinute, decimal avoidable, string rateMark, string timeMark) =>
        price with
        {
            CostPerMinute = perMinute,
            UnitCost = price.UnitMinutes is { } minutes
                ? decimal.Round(minutes * perMinute, 8, MidpointRounding.AwayFromZero)
                : null,
            AvoidableShare = avoidable,
            Mark = CostMark.Worse(rateMark, timeMark),
            RateMark = rateMark,
        };

    /// <summary>
    /// The period of a pool that covers a day; else the last before it, or the first after, whose rate then stands in
    /// until the day's own period is known.
    /// </summary>
    private (int Number, bool Provisional)? PoolOn(string? name, DateOnly day)
    {
        (int Number, bool Provisional)? nearest = null;
        for (var number = 0; number < definitions.Pools.Count; number++)
        {
            var pool = definitions.Pools[number];
            if (!Same(pool.Name, name) || pool.CapacityMinutes <= 0)
                continue;
            if (pool.Covers(day))
                return (number, false);
            if (nearest is null || pool.From <= day)
                nearest = (number, true);
        }

        return nearest;
    }

    private static T? In<T>(List<T> definitions, DateOnly day, Func<T, DateOnly?> from)
        where T : class => definitions.LastOrDefault(one => from(one) is not { } since || since <= day)
            ?? definitions.FirstOrDefault();

    private static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
