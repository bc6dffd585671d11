namespace Mainstay.Demo;

/// <summary>
/// Draws any customer of the sample again from its number alone, so that a million of them need no memory.
/// Mutable through its random sequence: one instance per thread.
/// </summary>
internal sealed class SampleCustomers(SampleOptions options, SampleTruth truth)
{
    private const double DaysPerWeek = 7;

    /// <summary>Shares of <see cref="SampleKind"/>, in its order.</summary>
    private static readonly double[] KindShares = [.84, .08, .05, .03];

    /// <summary>A trade account's baskets are this many times a household's.</summary>
    private const double TradeBasket = 13;

    /// <summary>Share of customers who would ever join, and how likely they do at each order from the second.</summary>
    private const double WouldJoin = .45, JoinsAtOrder = .30;

    private readonly SampleRandom _random = new();
    private readonly SampleCalendar _calendar = new(options);

    public SampleCalendar Calendar => _calendar;

    /// <summary>Who customer <paramref name="number"/> is.</summary>
    public SampleCustomer Customer(int number)
    {
        var random = _random.Restart(options.Seed, (ulong)number, 0);
        var joinDay = _calendar.JoinDay((number + random.Uniform()) / options.Customers);
        var perDay = random.Gamma(truth.R) / truth.Alpha / DaysPerWeek;
        var dropout = random.Beta(truth.A, truth.B);
        var scale = truth.Gamma / random.Gamma(truth.Q);
        var kind = (SampleKind)random.Pick(KindShares);
        var country = random.Pick(SamplePeople.CountryShares);
        var memberFrom = random.Chance(WouldJoin) ? 1 + (int)(random.Exponential() / JoinsAtOrder) : int.MaxValue;
        return new SampleCustomer
        {
            Number = number,
            Kind = kind,
            JoinDay = joinDay,
            PerDay = perDay,
            Dropout = dropout,
            BasketScale = kind == SampleKind.Trade ? scale * TradeBasket : scale,
            Country = country,
            MemberFrom = memberFrom,
        };
    }

    /// <summary>Days of the log on which a customer orders, ascending; the first is the day they join.</summary>
    public void OrderDays(SampleCustomer customer, List<int> days)
    {
        var random = _random.Restart(options.Seed, (ulong)customer.Number, 1);
        days.Clear();
        days.Add(customer.JoinDay);
        var busy = _calendar.BusyAt(customer.JoinDay, random.Uniform());
        while (true)
        {
            busy += random.Exponential() / customer.PerDay;
            var day = _calendar.DayAt(busy);
            if (day >= _calendar.Days)
                return;
            days.Add(day);
            if (random.Chance(customer.Dropout))
                return;
        }
    }
}
