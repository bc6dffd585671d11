using System.Globalization;
using System.Text;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Facts;

/// <summary>The reference of fact files is written from the shapes themselves, so that it cannot fall behind.</summary>
public sealed class FactDocumentationTests
{
    private const int MostAliases = 8;

    private const string Opening =
        """
        # Files of facts

        What `import` reads beside orders: a table for each kind of file, written from the program itself.
        [File formats](formats.md#facts-beside-orders) says what they have in common, and
        [Import costs and other facts](../how-to/import-costs.md) how to begin.

        """;

    [Fact]
    public void The_reference_lists_every_kind_with_its_columns()
    {
        var text = new StringBuilder(Opening);
        foreach (var shape in FactShapes.All)
            Write(text, shape);

        Golden.Match(text.ToString(), "../../docs/reference/fact-files.md");
    }

    private static void Write(StringBuilder text, FactShape shape)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {shape.Word}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(shape.Sentence[0])}{shape.Sentence[1..]}. ");
        text.Append(CultureInfo.InvariantCulture, $"Without a mark of its own a row counts as `{shape.Mark}`.");
        if (shape.OneOf.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $" Every file needs {Listed(shape.OneOf)}.");
        if (shape.MayLieAhead)
            text.Append(" Days may lie ahead.");
        text.Append("\n\n| column | also known as | holds | means |\n|---|---|---|---|\n");
        foreach (var field in shape.Fields)
            text.Append(CultureInfo.InvariantCulture,
                $"| `{field.Name}`{(field.IsRequired ? ", needed" : "")} | {Aliases(field)} | {Holds(field)} | {field.Meaning} |\n");
    }

    private static string Aliases(FactField field) =>
        string.Join(", ", field.Aliases.Take(MostAliases).Select(alias => $"`{alias}`"))
        + (field.Aliases.Count > MostAliases ? ", …" : "");

    private static string Listed(IReadOnlyList<string> fields) =>
        string.Join(" or ", fields.Select(field => $"`{field}`"));

    private static string Holds(FactField field) => field.Cell switch
    {
        FactCell.Text => "text",
        FactCell.Day => "day",
        FactCell.Month => "month",
        FactCell.Number => "number, 0 or more",
        FactCell.Money => "money, 0 or more",
        FactCell.SignedMoney => "money",
        FactCell.Share => "0 to 1, or a percentage",
        FactCell.Equation => "time equation",
        FactCell.Currency => "ISO 4217 code",
        _ => string.Join(", ", field.Choices.DistinctBy(choice => choice.Kept).Select(choice => $"`{choice.Word}`")),
    };
}
