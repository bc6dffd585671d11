using System.Globalization;

namespace Mainstay.Demo;

/// <summary>
/// Goes through the schedule once more and writes what the shop knows beside its orders. Every order has a random
/// sequence of its own for it, so the order log is the same with and without. Used once.
/// </summary>
internal sealed class SampleFacts(SampleOptions options, SampleTruth truth, string folder)
{
    /// <summary>Steps of an order's sequences that no order log uses.</summary>
    private const ulong FirstStep = 1UL << 40;

    /// <summary>Share of customers who call about everything.</summary>
    private const double DemandingShare = .03;

    /// <summary>A payment costs this share of the order and these pence.</summary>
    private const double FeeShare = .014, FeePence = 20;

    private readonly SampleCustomers _customers = new(options, truth);
    private readonly SampleBaskets _baskets = new(options, truth);
    private readonly SampleRandom _random = new();
    private readonly List<SampleLine> _lines = [];
    private readonly SampleShifts _shifts = new(options);
    private readonly SampleAcquisition _acquisition = new(options);

    public IReadOnlyList<string> Run()
    {
        var schedule = new SampleSchedule(options, _customers, _baskets);
        using (var activities = Open("activities", "date,activity,customer,order,minutes"))
        using (var fees = Open("payment-fees", "order,date,payment_fee,currency"))
        {
            for (var position = 0; position < schedule.Orders.Length; position++)
                Serve(schedule.Orders[position], position, activities, fees);
            foreach (var refund in schedule.Refunds)
                TakeBack(schedule, refund, activities);
        }

        Write("pools", "pool,cost,capacity_minutes,from,until,avoidable_share,step_minutes,currency", _shifts.Pools());
        Write("activity-times", "activity,pool,unit_minutes", SampleWork.All.Select(
            work => Invariant($"{work.Name},{work.Pool},{work.Minutes}")));
        Write("acquisition-spend", "channel,month,spend,leads,currency", _acquisition.Months());
        Write("referrals", "referrer,referred,date,reward,type,currency", Referrals());
        Write("exceptions", "customer,reason,owner,review_on,from,note", Exceptions());
        string[] names =
            ["pools", "activity-times", "activities", "payment-fees", "acquisition-spend", "referrals", "exceptions"];
        return [.. names.Select(PathOf)];
    }

    private void Serve(ulong key, int position, StreamWriter activities, StreamWriter fees)
    {
        var (customer, index) = (_customers.Customer(SampleSchedule.CustomerOf(key)), SampleSchedule.IndexOf(key));
        var day = DayOf(SampleSchedule.DayOf(key));
        if (index == 0)
            _acquisition.Won(day);
        _baskets.Fill(customer, index, _lines);
        var pence = _lines.Sum(line => line.Amount);
        if (pence > 0)
            fees.Write(Invariant(
                $"{SamplePeople.OrderId(position)},{day:yyyy-MM-dd},{Pounds(pence * FeeShare + FeePence)},GBP\n"));
        if (IsAnonymous(customer, index))
            return;
        var demanding = _random.Restart(options.Seed, (ulong)customer.Number, FirstStep).Chance(DemandingShare);
        var random = _random.Restart(options.Seed, (ulong)customer.Number, FirstStep + 1 + (ulong)index);
        var contacts = demanding ? random.Between(1, 3) : random.Chance(ContactShare(customer.Kind)) ? 1 : 0;
        for (var contact = 0; contact < contacts; contact++)
            Record(activities, SampleWork.Support, customer, position, day.AddDays(random.Between(0, 9)), random);
        if (random.Chance(demanding || customer.Kind == SampleKind.Trade ? .30 : .02))
            Record(activities, SampleWork.Change, customer, position, day.AddDays(random.Between(0, 2)), random);
        if (customer.Kind == SampleKind.Trade && random.Chance(.40))
            Record(activities, SampleWork.Negotiation, customer, position, day, random);
    }

    private void TakeBack(SampleSchedule schedule, ulong key, StreamWriter activities)
    {
        var (customer, index) = (_customers.Customer(SampleSchedule.CustomerOf(key)), SampleSchedule.IndexOf(key));
        if (IsAnonymous(customer, index))
            return;
        var days = new List<int>();
        _customers.OrderDays(customer, days);
        var position = schedule.PositionOf(days[index], customer.Number, index);
        var random = _random.Restart(options.Seed, (ulong)customer.Number, FirstStep * 2 + (ulong)index);
        Record(activities, SampleWork.Return, customer, position, DayOf(SampleSchedule.DayOf(key)), random);
    }

    /// <summary>
    /// A third of the work is clocked; the rest goes by its unit time. What would lie ahead is not done yet.
    /// </summary>
    private void Record(
        StreamWriter activities, SampleWork work, SampleCustomer customer, int position, DateOnly day,
        SampleRandom random)
    {
        var clocked = random.Chance(1.0 / 3)
            ? Math.Max(2, (int)(work.Minutes * (.5 + random.Exponential() / 2)))
            : (int?)null;
        if (day > options.EndDay)
            return;
        _shifts.Work(work.Pool, day, clocked ?? work.Minutes);
        var (who, order) = (SamplePeople.Key(customer.Number), SamplePeople.OrderId(position));
        activities.Write(Invariant($"{day:yyyy-MM-dd},{work.Name},{who},{order},{clocked}\n"));
    }

    /// <summary>
    /// One customer in forty came on the word of another; some would have come anyway, and of some nobody knows.
    /// </summary>
    private IEnumerable<string> Referrals()
    {
        for (var number = 1; number < options.Customers; number++)
        {
            var random = _random.Restart(options.Seed, (ulong)number, FirstStep * 3);
            if (!random.Chance(.025))
                continue;
            var referrer = _customers.Customer(random.Between(0, number - 1));
            var type = random.Pick([.5, .25, .25]) switch { 0 => "one", 1 => "two", _ => "" };
            var referred = _customers.Customer(number);
            if (referrer.JoinDay < referred.JoinDay && !IsAnonymous(referrer, 0) && !IsAnonymous(referred, 0))
                yield return $"{SamplePeople.Key(referrer.Number)},{SamplePeople.Key(number)},"
                    + Invariant($"{DayOf(referred.JoinDay):yyyy-MM-dd},5.00,{type},GBP");
        }
    }

    /// <summary>A small hotel everybody knows.</summary>
    private IEnumerable<string> Exceptions()
    {
        var hotel = Enumerable.Range(0, options.Customers).Select(_customers.Customer)
            .FirstOrDefault(customer => customer.Kind == SampleKind.Trade);
        if (hotel is not null)
            yield return $"{SamplePeople.Key(hotel.Number)},prestige,Ada Marsh,"
                + Invariant($"{options.EndDay.AddDays(180):yyyy-MM-dd},")
                + Invariant($"{DayOf(hotel.JoinDay):yyyy-MM-dd},their guests ask where the chairs are from");
    }

    private static double ContactShare(SampleKind kind) => kind switch
    {
        SampleKind.BargainHunter => .25,
        SampleKind.Returner => .45,
        SampleKind.Trade => .30,
        _ => .08,
    };

    private bool IsAnonymous(SampleCustomer customer, int index) => SamplePeople.IsAnonymous(
        customer, _random.Restart(options.Seed, (ulong)customer.Number, ulong.MaxValue - 1 - (ulong)index));

    private DateOnly DayOf(int day) => _customers.Calendar.FirstDay.AddDays(day);

    private void Write(string name, string header, IEnumerable<string> rows)
    {
        using var file = Open(name, header);
        foreach (var row in rows)
            file.Write(row + "\n");
    }

    private StreamWriter Open(string name, string header)
    {
        var file = new StreamWriter(PathOf(name), append: false) { NewLine = "\n" };
        file.Write(header + "\n");
        return file;
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".csv");

    private static string Pounds(double pence) => Invariant($"{(long)pence / 100}.{(long)pence % 100:D2}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
