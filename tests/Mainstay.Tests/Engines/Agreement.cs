using System.Globalization;
using System.Text.Json.Nodes;

namespace Mainstay.Tests.Engines;

/// <summary>
/// What equal means between engines: exact for counts, dates, text and decimals, 1e-12 relative for doubles, which are
/// summed in whatever order rows come.
/// </summary>
internal static class Agreement
{
    private const double Relative = 1e-12;

    /// <summary>Ids that an engine's ledger drew by itself.</summary>
    private static readonly HashSet<string> s_drawn = new(StringComparer.Ordinal) { "import_id Guid" };

    public static void Check(Rows expected, Rows actual, string what)
    {
        Assert.Equal(expected.Columns, actual.Columns);
        Assert.True(
            expected.Values.Count == actual.Values.Count,
            $"{what}: {expected.Values.Count} rows on DuckDB, {actual.Values.Count} on PostgreSQL.");
        for (var row = 0; row < expected.Values.Count; row++)
        {
            for (var column = 0; column < expected.Columns.Count; column++)
            {
                var (one, other) = (expected.Values[row][column], actual.Values[row][column]);
                if (!s_drawn.Contains(expected.Columns[column]) && !Same(one, other))
                    Assert.Fail($"{what}, row {row}, {expected.Columns[column]}: {one ?? "null"} on DuckDB, "
                        + $"{other ?? "null"} on PostgreSQL.\n{Rows.Line(expected.Values[row])}\n"
                        + Rows.Line(actual.Values[row]));
            }
        }
    }

    public static void CheckJson(string expected, string actual) =>
        Check(JsonNode.Parse(expected), JsonNode.Parse(actual), "$");

    /// <summary>Two texts in lines of comma-separated fields.</summary>
    public static void CheckCsv(string expected, string actual)
    {
        var (one, other) = (expected.Split("\r\n"), actual.Split("\r\n"));
        Assert.Equal(one.Length, other.Length);
        for (var line = 0; line < one.Length; line++)
        {
            var (fields, others) = (one[line].Split(','), other[line].Split(','));
            Assert.Equal(fields.Length, others.Length);
            Assert.All(fields, (field, at) => Assert.True(
                field == others[at] || SameNumber(field, others[at]),
                $"line {line + 1}, field {at + 1}: {field} on DuckDB, {others[at]} on PostgreSQL."));
        }
    }

    private static void Check(JsonNode? one, JsonNode? other, string path)
    {
        switch (one)
        {
            case JsonObject fields:
                Assert.Equal(fields.Select(field => field.Key), other!.AsObject().Select(field => field.Key));
                foreach (var (name, value) in fields)
                    Check(value, other[name], $"{path}.{name}");
                break;
            case JsonArray items:
                var others = other!.AsArray();
                Assert.True(items.Count == others.Count, $"{path}: {items.Count} and {others.Count}");
                for (var at = 0; at < items.Count; at++)
                    Check(items[at], others[at], $"{path}[{at}]");
                break;
            default:
                var (text, otherText) = (one?.ToJsonString(), other?.ToJsonString());
                Assert.True(
                    text == otherText || SameNumber(text, otherText),
                    $"{path}: {text ?? "null"} on DuckDB, {otherText ?? "null"} on PostgreSQL.");
                break;
        }
    }

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (double a, double b) => Near(a, b),
        (string { Length: > 0 } a, string b) when a[0] == '{' => SameDocument(a, b),
        _ => Equals(one, other),
    };

    private static bool SameDocument(string one, string other)
    {
        CheckJson(one, other);
        return true;
    }

    private static bool SameNumber(string? one, string? other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
        && Near(a, b);

    private static bool Near(double one, double other) =>
        one.Equals(other) || Math.Abs(one - other) <= Relative * Math.Max(Math.Abs(one), Math.Abs(other));
}
