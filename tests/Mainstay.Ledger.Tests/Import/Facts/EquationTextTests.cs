using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Ledger.Tests.Import.Facts;

public sealed class EquationTextTests
{
    [Theory]
    [InlineData("0.5 + 6.5*special + 0.2*air", "0.5 + 6.5*special + 0.2*air")]
    [InlineData("0.5+6.5 * Special + Air*0.2", "0.5 + 6.5*special + 0.2*air")]
    [InlineData("8", "8")]
    [InlineData("lines", "1*lines")]
    [InlineData("10 - 2*known_customer", "10 - 2*known_customer")]
    [InlineData("- 1.50 lines × air", "-1.5*lines*air")]
    [InlineData("2 * 3 * lines", "6*lines")]
    public void Minutes_by_drivers_have_one_spelling(string written, string expected)
    {
        Assert.True(EquationText.TryRead(written, decimalComma: false, out var equation));
        Assert.Equal(expected, equation);
        Assert.True(EquationText.TryRead(equation, decimalComma: false, out var again));
        Assert.Equal(equation, again);
    }

    [Fact]
    public void A_decimal_comma_is_read_where_the_file_has_it()
    {
        Assert.True(EquationText.TryRead("0,5 + 6,5*special", decimalComma: true, out var equation));
        Assert.Equal("0.5 + 6.5*special", equation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("6 *")]
    [InlineData("6 apples -")]
    [InlineData("6 apples pears")]
    [InlineData("0,5 + 6*special")]
    [InlineData("(1 + air) * 2")]
    [InlineData("1; drop")]
    public void Anything_else_is_no_equation(string written) =>
        Assert.False(EquationText.TryRead(written, decimalComma: false, out _));

    [Theory]
    [InlineData("Special handling", "special_handling")]
    [InlineData(" by air? ", "by_air")]
    [InlineData("Größe", "größe")]
    public void A_driver_is_named_after_its_column(string header, string expected) =>
        Assert.Equal(expected, EquationText.DriverName(header));
}
