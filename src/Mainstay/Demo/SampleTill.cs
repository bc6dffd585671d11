using System.Globalization;

namespace Mainstay.Demo;

/// <summary>Goes through the schedule day by day and writes what the shop's till would have. Used once.</summary>
internal sealed class SampleTill(SampleOptions options, SampleTruth truth, string folder) : IDisposable
{
    private readonly SampleCustomers _customers = new(options, truth);
    private readonly SampleBaskets _baskets = new(options, truth);
    private readonly SampleRandom _random = new();
    private readonly SampleLog _log = new(folder);
    private readonly List<SampleLine> _lines = [];
    private readonly List<int> _days = [];

    public SampleFiles Run()
    {
        var schedule = new SampleSchedule(options, _customers, _baskets);
        var orders = schedule.Orders;
        var refunds = schedule.Refunds;
        var refund = 0;
        for (var position = 0; position < orders.Length; position++)
        {
            while (refund < refunds.Length && refunds[refund] < orders[position])
                WriteRefund(schedule, refunds[refund++]);
            WriteOrder(orders[position], position);
        }

        while (refund < refunds.Length)
            WriteRefund(schedule, refunds[refund++]);
        _log.Dispose();
        return new SampleFiles(_log.Paths, orders.Length, _log.Rows, refunds.Length, truth);
    }

    public void Dispose() => _log.Dispose();

    private void WriteOrder(ulong key, int position)
    {
        var (customer, index) = (_customers.Customer(SampleSchedule.CustomerOf(key)), SampleSchedule.IndexOf(key));
        var head = Head(customer, index, SampleSchedule.DayOf(key), position);
        _baskets.Fill(customer, index, _lines);
        for (var line = 0; line < _lines.Count; line++)
        {
            var (product, quantity, discount, cost) = _lines[line];
            _log.Write(head, line + 1, product, quantity, new SampleMoney(discount, _lines[line].Amount, cost));
        }
    }

    private void WriteRefund(SampleSchedule schedule, ulong key)
    {
        var (customer, index) = (_customers.Customer(SampleSchedule.CustomerOf(key)), SampleSchedule.IndexOf(key));
        _customers.OrderDays(customer, _days);
        var position = schedule.PositionOf(_days[index], customer.Number, index);
        _baskets.Fill(customer, index, _lines);
        var refund = _baskets.Refund(customer, index, _lines);
        if (refund.Amount == 0)
            return;
        var head = Head(customer, index, SampleSchedule.DayOf(key), position);
        if (refund.Unlinked)
            head = head with { OrderId = "" };
        _log.Write(head, _lines.Count + 1, refund.Line.Product, -refund.Quantity,
            new SampleMoney(null, -refund.Amount, -refund.CostReturned));
    }

    private SampleHead Head(SampleCustomer customer, int index, int day, int position)
    {
        var random = _random.Restart(options.Seed, (ulong)customer.Number, ulong.MaxValue);
        var first = SamplePeople.First[random.Between(0, SamplePeople.First.Length - 1)];
        var last = SamplePeople.Last[random.Between(0, SamplePeople.Last.Length - 1)];
        var named = random.Chance(.95);
        var reachable = random.Chance(.90);
        random.Restart(options.Seed, (ulong)customer.Number, ulong.MaxValue - 1 - (ulong)index);
        var anonymous = SamplePeople.IsAnonymous(customer, random);
        var channel = customer.Kind == SampleKind.Trade ? 3 : random.Pick(SamplePeople.ChannelShares);
        var number = customer.Number + 1;
        return new SampleHead
        {
            OrderId = SamplePeople.OrderId(position),
            Day = _customers.Calendar.FirstDay.AddDays(day),
            CustomerId = anonymous ? "" : SamplePeople.Key(customer.Number),
            Name = anonymous || !named ? "" : $"{first} {last}",
            Email = anonymous || !reachable ? "" : Invariant($"{Ascii(first)}.{Ascii(last)}.{number}@example.com"),
            Country = SamplePeople.Countries[customer.Country],
            Channel = SamplePeople.Channels[channel],
            Member = !anonymous && index >= customer.MemberFrom ? "yes" : "no",
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Ascii(string name) => name.ToLowerInvariant().Replace('ö', 'o');
}
