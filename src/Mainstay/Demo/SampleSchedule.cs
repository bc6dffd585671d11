namespace Mainstay.Demo;

/// <summary>
/// Every order and refund of the log in the order of a till: eight bytes each, whatever they hold. A key is
/// day (12 bits), place within the day (12), customer (22) and the customer's order number (18).
/// </summary>
internal sealed class SampleSchedule
{
    private const int CustomerBits = 22, OrderBits = 18, PlaceBits = 12;

    private readonly ulong[] _orders;
    private readonly ulong[] _refunds;

    public SampleSchedule(SampleOptions options, SampleCustomers customers, SampleBaskets baskets)
    {
        var orders = new List<ulong>(options.Customers * 4);
        var refunds = new List<ulong>(options.Customers / 8);
        var days = new List<int>();
        for (var number = 0; number < options.Customers; number++)
        {
            var customer = customers.Customer(number);
            customers.OrderDays(customer, days);
            for (var index = 0; index < days.Count; index++)
            {
                orders.Add(Key(days[index], number, index));
                if (baskets.RefundDelay(customer, index) is { } delay && days[index] + delay < customers.Calendar.Days)
                    refunds.Add(Key(days[index] + delay, number, index));
            }
        }

        _orders = [.. orders];
        _refunds = [.. refunds];
        Array.Sort(_orders);
        Array.Sort(_refunds);
    }

    public ReadOnlySpan<ulong> Orders => _orders;

    public ReadOnlySpan<ulong> Refunds => _refunds;

    /// <summary>Where an order stands in the log, 0 the first.</summary>
    public int PositionOf(int day, int customer, int index) => Array.BinarySearch(_orders, Key(day, customer, index));

    public static int DayOf(ulong key) => (int)(key >> (CustomerBits + OrderBits + PlaceBits));

    public static int CustomerOf(ulong key) => (int)(key >> OrderBits & ((1UL << CustomerBits) - 1));

    public static int IndexOf(ulong key) => (int)(key & ((1UL << OrderBits) - 1));

    private static ulong Key(int day, int customer, int index)
    {
        // The place shuffles a day's customers; any fixed mix of their numbers does.
        var place = unchecked((uint)customer * 2654435761 + (uint)index * 40503) >> (32 - PlaceBits);
        return (((ulong)day << PlaceBits | place) << CustomerBits | (uint)customer) << OrderBits | (uint)index;
    }
}
