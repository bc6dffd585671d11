using System.Globalization;
using System.Text;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>
/// One row of a summary, its cells by place among the columns a reading asked for. What cannot be understood is told to
/// the rejects, and is null here.
/// </summary>
internal readonly ref struct SummaryRow(
    ColumnRow row, IReadOnlyList<AskedColumn?> columns, IReadOnlyList<int> places, bool decimalComma,
    RowRejects rejects)
{
    private readonly ColumnRow _row = row;

    /// <summary>Row of the file as a spreadsheet numbers it.</summary>
    public long Number => _row.Number;

    public string Text(int column) => places[column] < 0 ? "" : Encoding.UTF8.GetString(_row[places[column]]);

    /// <summary>A number of any sign.</summary>
    public double? Signed(int column)
    {
        var text = Text(column);
        if (WrittenNumber.Signed(text, decimalComma) is { } number)
            return number;
        var name = columns[column]!.Name;
        var example = decimalComma ? "12,5" : "12.5";
        rejects.Add(Number, text.Length == 0
            ? $"{name} is empty; expected a number such as {example}"
            : $"{name} \"{text}\" is not a number such as {example}");
        return null;
    }

    /// <summary>A number, 0 or more.</summary>
    public double? Measure(int column)
    {
        if (Signed(column) is not { } number)
            return null;
        return number >= 0 ? number : Refuse(column, "0 or more");
    }

    /// <summary>A whole number, 0 or more.</summary>
    public double? Whole(int column)
    {
        if (Signed(column) is not { } number)
            return null;
        return number >= 0 && number == Math.Floor(number) && number <= int.MaxValue
            ? number
            : Refuse(column, "a whole number, 0 or more");
    }

    /// <summary>How many customers the row stands for: 1 where no column says.</summary>
    public double? Weight(int column)
    {
        if (places[column] < 0)
            return 1;
        if (Signed(column) is not { } number)
            return null;
        return number > 0 ? number : Refuse(column, "a number above 0");
    }

    /// <summary>Leaves the row out for what cells say together.</summary>
    public void Reject(string expected, params ReadOnlySpan<int> cells)
    {
        var found = new List<string>();
        foreach (var column in cells)
            found.Add($"{columns[column]!.Name} is {Text(column)}");
        rejects.Add(Number, $"{string.Join(" and ", found)}; expected {expected}");
    }

    private double? Refuse(int column, string expected)
    {
        Reject(expected, column);
        return null;
    }
}
