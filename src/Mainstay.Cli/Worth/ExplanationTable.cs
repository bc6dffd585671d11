using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>An explanation as an indented table: each line is what the line above it is made of.</summary>
internal static class ExplanationTable
{
    private const int WidestName = 38, WidestFormula = 46;

    public static TextTable Of(CustomerExplanation root, Figures figures)
    {
        var table = new TextTable(
            new("because of"), new("value", Right: true), new("unit", Flexible: true),
            new("how", Flexible: true));
        Add(root, 0);
        return table;

        void Add(CustomerExplanation node, int depth)
        {
            table.Add(
                TextWidth.Cut(new string(' ', 2 * depth) + node.Name.Replace('_', ' '), WidestName),
                Value(node, figures), node.Unit,
                new Cell(TextWidth.Cut(node.Formula ?? "", WidestFormula), Ink.Muted));
            foreach (var child in node.Children)
                Add(child, depth + 1);
        }
    }

    private static Cell Value(CustomerExplanation node, Figures figures) => node.Value switch
    {
        null => Cell.Missing,
        { } value when IsMoney(node) => new Cell(figures.Amount(value), value < 0 ? Ink.Losing : Ink.Plain),
        { } value when value == decimal.Truncate(value) => figures.Count((long)value),
        { } value => figures.Number((double)value, 4),
    };

    private static bool IsMoney(CustomerExplanation node) =>
        node.Unit.Length == 3 && node.Unit.All(char.IsAsciiLetterUpper);
}
