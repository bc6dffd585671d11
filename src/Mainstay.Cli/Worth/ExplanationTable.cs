using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>An explanation as an indented table: each line is what the line above it is made of.</summary>
internal static class ExplanationTable
{
    private const int WidestName = 40, WidestFormula = 46;

    public static TextTable Of(CustomerExplanation root, Figures figures)
    {
        var table = new TextTable(
            new("because of"), new("value", Right: true), new("how", Flexible: true));
        Add(root, 0);
        return table;

        void Add(CustomerExplanation node, int depth)
        {
            table.Add(
                TextWidth.Cut(new string(' ', 2 * depth) + Title(node), WidestName),
                Value(node, figures),
                new Cell(TextWidth.Cut(How(node), WidestFormula), Ink.Muted));
            foreach (var child in node.Children)
                Add(child, depth + 1);
        }
    }

    /// <summary>Its name, and its unit where that is not money and says more than the name.</summary>
    private static string Title(CustomerExplanation node)
    {
        var name = node.Name.Replace('_', ' ');
        return IsMoney(node) || node.Unit == "parameter" || name.Contains(node.Unit, StringComparison.Ordinal)
            ? name
            : $"{name}, {node.Unit}";
    }

    /// <summary>The formula, and in words what no arithmetic says.</summary>
    private static string How(CustomerExplanation node) => (node.Formula, node.Note) switch
    {
        (null, var note) => note ?? "",
        (CustomerExplanation.Sum, { } note) => note,
        var (formula, note) => note is null ? formula : $"{formula}; {note}",
    };

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
