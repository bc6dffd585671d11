using Mainstay.Ledger.Import;

namespace Mainstay.Ledger.Tests.Import;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1+cmd|' /C calc'!A0", "\"'-1+cmd|' /C calc'!A0\"")]
    [InlineData("-n", "'-n")]
    [InlineData("@x", "'@x")]
    [InlineData("-5.00", "-5.00")]
    [InlineData("-1.5E-05", "-1.5E-05")]
    [InlineData("+3", "+3")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void A_cell_is_taken_for_what_it_is_and_never_for_a_formula(string cell, string written)
    {
        var writer = new StringWriter();

        CsvText.WriteLine(writer, [cell, ""]);

        Assert.Equal(written + ",\r\n", writer.ToString());
    }
}
