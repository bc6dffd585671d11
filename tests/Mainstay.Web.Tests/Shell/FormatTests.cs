using System.Globalization;
using Mainstay.Web.Shell;

namespace Mainstay.Web.Tests.Shell;

public sealed class FormatTests
{
    private static readonly Format English = new("en", "EUR");

    [Theory]
    [InlineData("EUR", "1234.565", "1,234.57")]
    [InlineData("JPY", "1234.5", "1,235")]
    [InlineData("KWD", "1234.5675", "1,234.568")]
    [InlineData("XXX", "-0.005", "−0.01")]
    public void An_amount_rounds_half_away_from_zero_to_its_coins(string currency, string value, string expected) =>
        Assert.Equal(expected, new Format("en", currency).Amount(Parse(value)));

    [Theory]
    [InlineData("412380", "412k")]
    [InlineData("999499", "999k")]
    [InlineData("999500", "1m")]
    [InlineData("1374600", "1.4m")]
    [InlineData("-38900", "−39k")]
    [InlineData("2500000000", "2.5bn")]
    [InlineData("12.5", "12.50")]
    [InlineData("0", "0")]
    public void Compact_money_keeps_three_digits(string value, string expected) =>
        Assert.Equal(expected, English.CompactMoney(Parse(value)));

    [Theory]
    [InlineData(0.05, "5 %")]
    [InlineData(0.0501, "5 %")]
    [InlineData(0.004, "0.4 %")]
    [InlineData(0.344, "34 %")]
    [InlineData(1.21782, "122 %")]
    [InlineData(-0.2178, "−22 %")]
    [InlineData(double.NaN, "—")]
    [InlineData(double.PositiveInfinity, "—")]
    public void A_small_share_keeps_a_decimal_and_no_number_is_a_dash(double fraction, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00a0'), English.Percent(fraction));

    [Fact]
    public void A_sentence_gets_whole_units_with_the_currency_and_an_unnamed_currency_stays_unnamed()
    {
        Assert.Equal("EUR\u00a018,234", English.Money(18_234.4m));
        Assert.Equal("EUR\u00a099.50", English.Money(99.5m));
        Assert.Equal("18,234", new Format("en", "XXX").Money(18_234.4m));
        Assert.Equal("Profit", new Format("en", "XXX").InCurrency("Profit"));
    }

    [Fact]
    public void Dates_and_numbers_follow_the_locale_and_raw_values_never_do()
    {
        var german = new Format("de", "EUR");

        Assert.Equal("1.234.567", german.Count(1_234_567));
        Assert.Equal("1234.5", Format.Raw(1234.5m));
        Assert.Equal("2026-11-20", Format.Raw(new DateOnly(2026, 11, 20)));
        Assert.Equal("20\u00a0Nov\u00a02026", English.Day(new(2026, 11, 20)));
    }

    [Theory]
    [InlineData(0.2426, "0.2426")]
    [InlineData(0.01264, "0.01264")]
    [InlineData(4.4136, "4.414")]
    [InlineData(15.4447, "15.44")]
    [InlineData(123456.7, "1.235E+5")]
    public void A_parameter_has_four_significant_digits(double value, string expected) =>
        Assert.Equal(expected, English.Parameter(value));

    private static decimal Parse(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
