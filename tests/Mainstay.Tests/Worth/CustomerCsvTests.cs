using System.Text;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth;

public class CustomerCsvTests
{
    [Fact]
    public async Task Every_customer_has_a_line_in_key_order_with_the_documented_columns()
    {
        using var shop = new Shop();
        shop.Order("b", "2024-01-01", 10);
        shop.Order("b", "2024-01-15", 20);
        shop.Order("B", "2024-01-08", 5);
        shop.Customer("lead", email: "l@example.com");
        shop.Analyze("2024-02-05");
        var lines = (await Write(shop)).Split("\r\n");
        Assert.Equal(CustomerCsv.Header, lines[0]);
        Assert.Equal("B,EUR,first_time_buyer,active,,0,0,4,,,fixed_rule,,1.5,,,,", lines[1].Replace("1.50", "1.5", StringComparison.Ordinal));
        Assert.Equal("b,EUR,repeat_customer,active,,1,2,5,20,,fixed_rule,,9,,,,", lines[2].Replace("9.00", "9", StringComparison.Ordinal));
        Assert.StartsWith("lead,EUR,lead,,,,,,,,fixed_rule,,0", lines[3], StringComparison.Ordinal);
        Assert.Equal("", lines[4]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("-5,x", "\"'-5,x\"")]
    [InlineData("Zoë", "Zoë")]
    public async Task Keys_are_quoted_and_kept_from_being_formulas(string key, string expected)
    {
        using var shop = new Shop();
        shop.Order(key, "2024-01-01", 10);
        shop.Analyze();
        Assert.Contains($"\r\n{expected},EUR,first_time_buyer", await Write(shop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_follows_the_currency_and_rounds_half_away_from_zero()
    {
        using var shop = new Shop { Settings = new() { Currency = "JPY", MarginRate = 0.5m } };
        shop.Order("a", "2024-01-01", 5);
        shop.Analyze();
        Assert.Contains(",fixed_rule,,3,,,,", await Write(shop, "JPY"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bg-nbd")]
    [InlineData("auto")]
    public async Task Lines_are_the_same_whether_they_are_summed_up_or_not(string model)
    {
        using var shop = Shop.Cdnow();
        shop.Model = model;
        shop.Run("insert into current_memberships select min(customer_id), 'club', '1997-01-01', null "
            + "from current_order_lines");
        var document = shop.Analyze("1998-01-31");
        var summed = await Write(shop);
        var (valued, csv) = await shop.ValueAsync("1998-01-31");
        Assert.Equal(summed, csv);
        Assert.Contains("won_back", summed, StringComparison.Ordinal);
        Assert.Contains("member", summed, StringComparison.Ordinal);
        Assert.Equal(
            (document.Customers, document.Quality.UnlinkedRefunds.Refunds), (valued.Customers, valued.UnlinkedRefunds));
    }

    [Fact]
    public async Task Lines_are_the_same_unsummed_where_orders_were_cancelled_refunded_and_cost()
    {
        using var shop = new Shop();
        for (var i = 0; i < 40; i++)
        {
            var first = shop.Order($"c{i}", $"2024-01-{1 + (i % 28):00}", 10 + i, cost: i % 3 == 0 ? 20 : null);
            shop.Order($"c{i % 11}", "2024-02-10", 7 * i, cancelledOn: i % 5 == 0 ? "2024-02-12" : null);
            if (i % 4 == 0)
                shop.Refund($"c{i}", "2024-02-01", 5, first, $"2024-01-{1 + (i % 28):00}");
        }

        shop.Refund("c1", "2024-02-01", 5);
        shop.Order("later", "2024-06-01", 5);
        shop.Analyze("2024-03-31");
        var summed = await Write(shop);
        var (valued, csv) = await shop.ValueAsync("2024-03-31");
        Assert.Equal(new(40, 1), valued);
        Assert.Equal(summed, csv);
        Assert.DoesNotContain("later", summed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_sum_to_the_document()
    {
        using var shop = Shop.Cdnow();
        var document = shop.Analyze("1997-09-30");
        var rows = (await Write(shop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToList();
        Assert.Equal(2357, rows.Count);
        Assert.All(rows, row => Assert.Equal(17, row.Length));
        Assert.Equal(2457, rows.Sum(row => long.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture)));
        var residual = rows.Sum(row => decimal.Parse(row[13], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(residual - document.ResidualValue!.Value, -2m, 2m);
        Assert.Equal("38.857143", rows[0][7]);
    }

    private static async Task<string> Write(Shop shop, string currency = "EUR")
    {
        using var stream = new MemoryStream();
        await CustomerCsv.WriteAsync(shop.Connection, stream, currency, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
