using System.Text;
using Mainstay.Ledger.Import;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Numbers and dates as people write them.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData("12.50", false, 12.50)]
    [InlineData("-12.5", false, -12.5)]
    [InlineData(".5", false, 0.5)]
    [InlineData("1,234,567.89", false, 1234567.89)]
    [InlineData("1.234.567,89", true, 1234567.89)]
    [InlineData("12,34,567.00", false, 1234567)]
    [InlineData("1 234,50", true, 1234.5)]
    [InlineData("1\u202F234,50 €", true, 1234.5)]
    [InlineData("1'234.50", false, 1234.5)]
    [InlineData("(50.00)", false, -50)]
    [InlineData("($50.00)", false, -50)]
    [InlineData("-$50.00", false, -50)]
    [InlineData("$-50.00", false, -50)]
    [InlineData("50.00-", false, -50)]
    [InlineData("−50", false, -50)]
    [InlineData("US$ 12.00", false, 12)]
    [InlineData("kr. 12,00", true, 12)]
    [InlineData("12 zł", true, 12)]
    [InlineData("1e2", false, 100)]
    [InlineData("29.330000000000002", false, 29.33)]
    [InlineData("0.00005", false, 0.0001)]
    [InlineData("+7", false, 7)]
    public void A_number_is_read_in_any_dress(string text, bool decimalComma, double expected)
    {
        Assert.True(AmountText.TryParse(Encoding.UTF8.GetBytes(text), decimalComma, out var value, out _));
        Assert.Equal((long)Math.Round(expected * AmountText.Scale), value);
    }

    [Theory]
    [InlineData("12,50", false)]
    [InlineData("12.50", true)]
    [InlineData("1,23,4", false)]
    [InlineData("1,2345.00", false)]
    [InlineData("twelve", false)]
    [InlineData("3 pcs", false)]
    [InlineData("-", false)]
    [InlineData(".", false)]
    [InlineData("1.2.3", false)]
    [InlineData("999999999999999", false)]
    [InlineData("1e400", false)]
    [InlineData("NaN", false)]
    [InlineData("12%", false)]
    public void What_is_no_number_is_not_made_one(string text, bool decimalComma) =>
        Assert.False(AmountText.TryParse(Encoding.UTF8.GetBytes(text), decimalComma, out _, out _));

    [Theory]
    [InlineData("12 EUR", "EUR")]
    [InlineData("usd 12", "USD")]
    [InlineData("€12", "EUR")]
    [InlineData("£12", "GBP")]
    [InlineData("$12", null)]
    public void A_currency_beside_the_number_is_kept_when_it_names_one(string text, string? expected)
    {
        Assert.True(AmountText.TryParse(Encoding.UTF8.GetBytes(text), false, out _, out var currency));
        Assert.Equal(expected, currency);
    }

    [Theory]
    [InlineData("2024-04-25", null, "2024-04-25")]
    [InlineData("2024-4-5", null, "2024-04-05")]
    [InlineData("2024/04/25 10:11", null, "2024-04-25")]
    [InlineData("20240425", null, "2024-04-25")]
    [InlineData("25.04.2024", null, "2024-04-25")]
    [InlineData("04/25/2024 8:26", null, "2024-04-25")]
    [InlineData("04/25/2024 8:26 PM", DateOrder.MonthFirst, "2024-04-25")]
    [InlineData("3/4/24", DateOrder.DayFirst, "2024-04-03")]
    [InlineData("3/4/97", DateOrder.MonthFirst, "1997-03-04")]
    [InlineData("03/04/2024", null, null)]
    [InlineData("03/03/2024", null, "2024-03-03")]
    [InlineData("25-Apr-2024", null, "2024-04-25")]
    [InlineData("Apr 25, 2024", null, "2024-04-25")]
    [InlineData("Thursday, 25th April 2024", null, "2024-04-25")]
    [InlineData("25. März 2024", null, "2024-03-25")]
    [InlineData("25 de abril de 2024", null, "2024-04-25")]
    [InlineData("mardi 3 avril 2024", null, "2024-04-03")]
    [InlineData("2024-02-30", null, null)]
    [InlineData("2024-13-01", null, null)]
    [InlineData("1899-12-31", null, null)]
    [InlineData("2024-04-25 nonsense", null, null)]
    [InlineData("2023-02-29", null, null)]
    [InlineData("2000-02-29", null, "2000-02-29")]
    public void A_day_is_read_or_refused(string text, DateOrder? order, string? expected)
    {
        var isDay = DateText.TryParse(Encoding.UTF8.GetBytes(text), order, out var moment);

        Assert.Equal(expected, isDay ? DateOnly.FromDayNumber(moment.Day + 719_162).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.False(moment.IsInstant);
    }

    [Theory]
    [InlineData("2024-04-25T23:30:00Z", "2024-04-25T23:30:00.0000000Z")]
    [InlineData("2024-04-25 23:30:00.250 +0200", "2024-04-25T21:30:00.2500000Z")]
    [InlineData("2024-04-25 23:30:00 UTC", "2024-04-25T23:30:00.0000000Z")]
    [InlineData("2024-04-25T23:30-05:00", "2024-04-26T04:30:00.0000000Z")]
    [InlineData("1714087800", "2024-04-25T23:30:00.0000000Z")]
    [InlineData("1714087800250", "2024-04-25T23:30:00.2500000Z")]
    [InlineData("1969-12-31T23:00:00+00", "1969-12-31T23:00:00.0000000Z")]
    public void A_time_with_a_zone_is_an_instant(string text, string expected)
    {
        Assert.True(DateText.TryParse(Encoding.UTF8.GetBytes(text), null, out var moment));
        Assert.True(moment.IsInstant);
        Assert.Equal(expected, DateTime.UnixEpoch.AddTicks(moment.Micros * 10).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_day_of_the_calendar_has_its_number()
    {
        for (var day = new DateOnly(1900, 1, 1); day.Year < 2200; day = day.AddDays(1))
        {
            Assert.True(DateText.TryDate(day.Year, day.Month, day.Day, out var moment));
            Assert.Equal(day.DayNumber - 719_162, moment.Day);
        }
    }
}
