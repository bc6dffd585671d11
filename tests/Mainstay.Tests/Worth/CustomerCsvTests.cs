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
