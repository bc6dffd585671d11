using Mainstay.Cli.Modelling;

namespace Mainstay.Cli.Tests.Modelling;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("12", false, 12.0)]
    [InlineData("12.5", false, 12.5)]
    [InlineData("1e3", false, 1000.0)]
    [InlineData("1,234.5", false, 1234.5)]
    [InlineData("1,2", false, null)]
    [InlineData("12,5", true, 12.5)]
    [InlineData("1.234,5", true, 1234.5)]
    [InlineData("1.25", true, null)]
    [InlineData("-1", false, null)]
    [InlineData("NaN", false, null)]
    [InlineData("Infinity", false, null)]
    [InlineData("", false, null)]
    [InlineData("3 weeks", false, null)]
    public void A_number_is_read_in_the_way_the_file_writes_numbers(string text, bool decimalComma, double? expected) =>
        Assert.Equal(expected, WrittenNumber.Parse(text, decimalComma));
}
