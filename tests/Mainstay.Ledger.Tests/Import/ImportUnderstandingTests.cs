using System.Text;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Single points at which a file could be misunderstood.</summary>
public sealed class ImportUnderstandingTests
{
    [Theory]
    [InlineData(DateOrder.DayFirst, "2024-04-03")]
    [InlineData(DateOrder.MonthFirst, "2024-03-04")]
    public async Task An_ambiguous_date_is_read_as_asked(DateOrder order, string expected)
    {
        using var staging = await Staging.OfTextAsync("customer,date,amount\n1,03/04/2024,5\n", new() { DateOrder = order });

        Assert.Equal([expected], staging.Rows("select day from staged_rows"));
    }

    [Fact]
    public async Task One_day_beyond_twelve_anywhere_in_the_column_settles_the_order()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(_ => "1,03/04/2024,5\n"));
        using var staging = await Staging.OfTextAsync("customer,date,amount\n" + rows + "1,25/04/2024,5\n");

        Assert.Equal((DateOrder.DayFirst, "2024-04-03", 0L),
            (staging.File.DateOrder, staging.File.FirstDay!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), staging.File.Rejected));
    }

    [Fact]
    public async Task An_instant_falls_on_the_businesss_day_and_a_time_without_zone_stays_where_it_is()
    {
        const string Orders = "customer,date,amount\n1,2024-03-31T22:30:00Z,5\n2,2024-03-31 23:30:00,5\n";
        using var staging = await Staging.OfTextAsync(Orders, settings: new BusinessSettings { TimeZone = "Europe/Berlin" });

        Assert.Equal(["1 | 2024-04-01 | 2024-03-31T22:30:00Z", "2 | 2024-03-31 |"],
            staging.Rows("select customer_key, day, ordered_at from staged_rows order by row_number"));
    }

    [Theory]
    [InlineData("1,200|950", 1200)]
    [InlineData("1,200|1250", 1.2)]
    [InlineData("1,200|0,5", 1.2)]
    [InlineData("1,200|3.50", 1200)]
    [InlineData("1100.005|900", 1100.005)]      // four digits before a mark are no thousands
    public async Task The_column_tells_whether_a_comma_groups_or_divides(string amounts, double first)
    {
        var rows = amounts.Split('|').Select(amount => $"1\t2024-01-01\t{amount}\n");
        using var staging = await Staging.OfTextAsync("customer\tdate\tamount\n" + string.Concat(rows));

        Assert.Equal((decimal)first, staging.File.Preview[0].Amount);
    }

    [Theory]
    [InlineData("7.125|7")]
    [InlineData("100.005|100")]
    public async Task A_point_that_may_group_or_divide_is_asked_for_and_not_guessed(string amounts)
    {
        var rows = amounts.Split('|').Select(amount => $"1\t2024-01-01\t{amount}\n");
        var refusal = await Assert.ThrowsAsync<ImportException>(
            () => Staging.OfTextAsync("customer\tdate\tamount\n" + string.Concat(rows)));

        Assert.Contains("may be thousands or a fraction", refusal.Problem.Found, StringComparison.Ordinal);
        Assert.Contains("--decimal-comma", refusal.Problem.Do, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_written_the_other_way_is_rejected_with_the_option_that_helps()
    {
        using var staging = await Staging.OfTextAsync("customer;date;amount\n1;2024-01-01;3.50\n1;2024-01-02;4.50\n1;2024-01-03;12,50\n");

        Assert.Equal("column \"amount\": found \"12,50\"; expected a number; set --decimal-comma yes", Assert.Single(staging.File.FirstRejects).Reason);
    }

    [Fact]
    public async Task A_person_may_say_which_column_is_which()
    {
        var map = new Dictionary<string, string> { ["customer"] = "who", ["amount"] = "gross", ["date"] = "When" };
        using var staging = await Staging.OfTextAsync("who,when,amount,gross\nann,2024-01-01,5,6\n", new() { Map = map });

        Assert.Equal(["ann | 6.0000"], staging.Rows("select customer_key, amount from staged_rows"));
        Assert.Equal("gross", staging.File.Mapping["amount"]);
    }

    [Fact]
    public async Task Quantity_times_price_is_the_amount_where_none_is_stated()
    {
        using var staging = await Staging.OfTextAsync("customer,date,qty,price,discount,unit cost\n1,2024-01-01,3,2.50,0.50,1.10\n1,2024-01-02,-1,2.50,,1.10\n");

        Assert.Equal(["7.0000 | 3.3000 | False", "-2.5000 | 1.1000 | True"],
            staging.Rows("select amount, cost, is_refund from staged_rows order by row_number"));
    }

    [Fact]
    public async Task A_customer_is_known_by_key_else_email_else_phone_else_not_at_all()
    {
        using var staging = await Staging.OfTextAsync("""
            customer,email,phone,date,amount
             A 1 ,x@y.z,,2024-01-01,1
            ,X@Y.Z,+1 555,2024-01-01,1
            NULL,,'+1 (555) 010-99,2024-01-01,1
            ,,,2024-01-01,1
            """);

        Assert.Equal(["A 1", "x@y.z", "+155501099", ""], staging.Rows("select customer_key from staged_rows order by row_number"));
    }

    [Fact]
    public async Task A_quote_that_never_closes_costs_its_own_row_only()
    {
        using var staging = await Staging.OfTextAsync("customer,date,amount\n1,2024-01-01,1\n2,\"2024-01-01,1\n3,2024-01-01,1\n4,\"2024-01-01\",\"1\"\n");

        Assert.Equal(["1", "3", "4"], staging.Rows("select customer_key from staged_rows order by row_number"));
        Assert.Equal((3L, "2,\"2024-01-01,1"), (staging.File.FirstRejects[0].RowNumber, staging.File.FirstRejects[0].Original));
    }

    [Fact]
    public async Task The_error_file_holds_the_rows_as_they_were_and_no_formulas()
    {
        using var staging = await Staging.OfTextAsync("customer;date;amount\n=1+1;never;-5,00\n\"a;\"\"b\"\"\";2024-01-01;x\n7;2024-01-01;1,50\n");
        using var target = new MemoryStream();

        Assert.Equal(2, await ErrorFile.WriteAsync(staging.Connection, staging.File, target));
        Golden.Match(Encoding.UTF8.GetString(target.ToArray()).TrimStart('\ufeff'), "import/rejects.csv.txt");
    }

    [Fact]
    public async Task A_currency_that_turns_up_late_is_not_lost()
    {
        var rows = string.Concat(Enumerable.Range(0, 6_000).Select(_ => "1,2024-01-01,5\n"));
        using var staging = await Staging.OfTextAsync("customer,date,amount\n" + rows + "1,2024-01-02,5 CHF\n");

        Assert.Equal(["CHF | 1"], staging.Rows("select currency, count(*) from staged_rows where currency is not null group by currency"));
        Assert.Equal(6_001, staging.File.RowsStaged);
    }

    [Fact]
    public async Task The_orders_discount_is_spread_over_its_lines_to_the_penny()
    {
        for (var total = 0L; total < 60_000; total += 7_300)
        {
            var shares = LineArithmetic.Spread(total, [3_33_00, 3_33_00, 3_33_00, 1, 0], 100);

            Assert.Equal(total, shares.Sum());
            Assert.All(shares, share => Assert.True(share >= 0));
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task Staging_again_on_the_same_connection_starts_afresh()
    {
        using var staging = await Staging.OfTextAsync("customer,date,amount\n1,2024-01-01,5\n");
        using var second = TextFile.Of("customer,date,amount,sku\n2,2024-01-01,5,x\n");
        await OrderFileReader.StageAsync(staging.Connection, second.Path, new(), new());

        Assert.Equal(["2 | x"], staging.Rows("select customer_key, sku from staged_rows"));
    }

    [Fact]
    public async Task Cancelling_stops_the_reading()
    {
        using var file = TextFile.Of("customer,date,amount\n" + string.Concat(Enumerable.Range(0, 100_000).Select(_ => "1,2024-01-01,5\n")));
        using var connection = new Mainstay.DuckDb.DuckDbConnection("Data Source=:memory:");
        connection.Open();
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => OrderFileReader.StageAsync(connection, file.Path, new(), new(), progress, stop.Token));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
