using Mainstay.Cli.Terminal;

namespace Mainstay.Cli.Tests.Terminal;

public sealed class TextTableTests
{
    [Fact]
    public void Numbers_stand_right_and_only_a_rule_is_drawn()
    {
        var table = new TextTable(new("tier"), new("customers", Right: true));
        table.Add("gold", "118");
        table.Add("strong", "1,259");

        Assert.Equal(["tier    customers", "─────────────────", "gold          118", "strong      1,259"], Lines(table, 80));
    }

    [Fact]
    public void A_flexible_column_gives_way_on_a_narrow_terminal()
    {
        var table = new TextTable(new("customer", Flexible: true), new("margin", Right: true));
        table.Add("a-customer-with-a-very-long-key@example.org", "1,234.50");

        Assert.All(Lines(table, 30), line => Assert.InRange(TextWidth.Of(line), 0, 30));
        Assert.Contains("a-customer-with-a-v…", Lines(table, 30)[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_flexible_columns_the_wider_gives_way_first()
    {
        var table = new TextTable(new("customer", Flexible: true), new("because of", Flexible: true));
        table.Add("C00003  Maeve Marsh", "thirty purchase days where the median is one");

        Assert.Equal("C00003  Maeve Marsh  thirty purchase day…", Lines(table, 41)[2]);
        Assert.All(Lines(table, 18), line => Assert.InRange(TextWidth.Of(line), 0, 18));
    }

    [Fact]
    public void Wide_letters_take_two_columns_and_marks_none()
    {
        Assert.Equal(4, TextWidth.Of("顧客"));
        Assert.Equal(1, TextWidth.Of("e\u0301"));
        Assert.Equal("顧…", TextWidth.Cut("顧客名", 4));
    }

    [Fact]
    public void A_name_from_a_file_cannot_steer_the_terminal()
    {
        var table = new TextTable(new TableColumn("customer"));
        table.Add("\e[2Jgone\r\n");

        Assert.Equal("·[2Jgone··", Lines(table, 80)[2]);
    }

    [Fact]
    public void Colour_never_changes_the_words()
    {
        var plain = new StringWriter { NewLine = "\n" };
        var inked = new StringWriter { NewLine = "\n" };
        foreach (var (writer, color) in ((StringWriter, bool)[])[(plain, false), (inked, true)])
        {
            var table = new TextTable(new("tier"), new("profit", Right: true));
            table.Add(new Cell("losing", Ink.Losing), new Cell("-12.50", Ink.Losing));
            new Page(writer, 80, color).Table(table);
        }

        Assert.Contains('\e', inked.ToString());
        Assert.Equal(plain.ToString(), inked.ToString()
            .Replace("\e[0m", "", StringComparison.Ordinal).Replace("\e[1m", "", StringComparison.Ordinal)
            .Replace("\e[2m", "", StringComparison.Ordinal).Replace("\e[31m", "", StringComparison.Ordinal));
    }

    private static string[] Lines(TextTable table, int width) => [.. table.Lines(width, (text, _) => text)];
}
