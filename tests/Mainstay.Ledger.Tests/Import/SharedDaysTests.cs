using System.Globalization;
using Mainstay.Ledger.Import;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Rows that come day by day make the same purchase days as rows in any order.</summary>
public sealed class SharedDaysTests
{
    private const string Days =
        "select customer_key, day, spend, net_revenue from purchase_days join current_customers using (customer_id) "
        + "order by customer_key, day";

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Of_ordered_rows_those_of_one_customer_and_day_are_known(int direction)
    {
        var days = new SharedDays();
        foreach (var (customer, day) in new[] { (7, 1), (8, 1), (7, 1), (7, 2), (8, 3), (8, 3), (8, 3), (7, 4) })
            days.Add(customer, direction * day);
        for (var more = 0; more < 20; more++)
            days.Add(100 + more, direction * 5);
        Assert.True(days.AreKnown);
        Assert.Equal([(7, direction), (8, 3 * direction), (8, 3 * direction)], days.All);
    }

    [Fact]
    public void Customers_whose_bits_are_the_same_are_taken_for_one_rather_than_missed()
    {
        var days = new SharedDays();
        foreach (var customer in new[] { 3, 3 + (1 << 21), 4, 5, 6, 7, 8, 9 })
            days.Add(customer, 1);
        Assert.True(days.AreKnown);
        Assert.Equal([(3 + (1 << 21), 1)], days.All);
    }

    [Fact]
    public void Rows_out_of_order_or_with_many_to_a_day_leave_nothing_known()
    {
        var turning = new SharedDays();
        foreach (var day in new[] { 1, 2, 3, 2 })
            turning.Add(day, day);
        Assert.False(turning.AreKnown);

        var crowded = new SharedDays();
        for (var line = 0; line < 40; line++)
            crowded.Add(line / 4, line / 4);
        Assert.False(crowded.AreKnown);
    }

    [Fact]
    public async Task A_log_has_the_same_days_in_its_order_backwards_and_shuffled()
    {
        var random = new Random(11);
        var lines = Enumerable.Range(0, 3000)
            .Select(_ => (Day: new DateOnly(2023, 1, 1).AddDays(random.Next(500)), Customer: random.Next(400)))
            .Select(line => string.Create(CultureInfo.InvariantCulture,
                $"{(line.Customer % 3 == 0 ? "c" : "")}{line.Customer},{line.Day:yyyy-MM-dd},{random.Next(1, 9000) / 100m}"))
            .OrderBy(line => line.Split(',')[1], StringComparer.Ordinal).ToList();
        var (ordered, days) = await Read(lines);
        Assert.True(ordered);
        Assert.InRange(days.Count, 2900, 2999);
        var (backwards, same) = await Read(lines.AsEnumerable().Reverse());
        Assert.True(backwards);
        Assert.Equal(days, same);
        var (shuffled, again) = await Read(lines.OrderBy(_ => random.Next()));
        Assert.False(shuffled);
        Assert.Equal(days, again);
    }

    [Fact]
    public async Task Files_that_go_on_where_the_one_before_ended_are_one_log()
    {
        using var first = TextFile.Of("customer,date,amount\n1,2024-01-01,1\n2,2024-01-01,2\n3,2024-01-02,4\n1,2024-01-03,8\n");
        using var second = TextFile.Of("customer,date,amount\n1,2024-01-03,16\n2,2024-01-03,32\n3,2024-01-04,64\n1,2024-01-05,8\n");
        using var ledger = await OneShotLedger.OpenAsync([first.Path, second.Path], new(), new());
        Assert.Equal(["1"], Rows.Of(ledger.Connection, "select count(*) from shared_days"));
        Assert.Equal(
            ["1 | 2024-01-01 | 1.0000", "1 | 2024-01-03 | 24.0000", "1 | 2024-01-05 | 8.0000", "2 | 2024-01-01 | 2.0000",
                "2 | 2024-01-03 | 32.0000", "3 | 2024-01-02 | 4.0000", "3 | 2024-01-04 | 64.0000"],
            Rows.Of(ledger.Connection, "select customer_id, day, spend from purchase_days order by customer_id, day"));
    }

    [Fact]
    public async Task Revenue_beyond_eighteen_digits_is_no_plain_log_and_still_right()
    {
        using var file = TextFile.Of(
            "customer,date,amount\n1,2024-01-01,90000000000000\n1,2024-01-01,90000000000000\n2,2024-01-02,1\n");
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), new());
        Assert.Equal(
            ["1 | 180000000000000.0000", "2 | 1.0000"],
            Rows.Of(ledger.Connection, "select customer_id, spend from purchase_days order by customer_id"));
    }

    private static async Task<(bool Ordered, List<string> Days)> Read(IEnumerable<string> lines)
    {
        using var file = TextFile.Of("customer,date,amount\n" + string.Join('\n', lines) + "\n");
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), new());
        var ordered = Rows.Of(
            ledger.Connection, "select table_name from information_schema.tables where table_name = 'shared_days'");
        return (ordered.Count > 0, [.. Rows.Of(ledger.Connection, Days)]);
    }
}
