using System.Globalization;
using System.Text;
using Mainstay.Ledger.Engines;

namespace Mainstay.Tests.Engines;

/// <summary>What a query gave: the columns by name and kind, and the values, null where NULL.</summary>
internal sealed record Rows(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Values)
{
    public static Rows Read(IColumnReader reader)
    {
        using (reader)
        {
            var columns = Enumerable.Range(0, reader.ColumnCount);
            var values = new List<object?[]>();
            while (reader.NextChunk())
            {
                for (var row = 0; row < reader.RowCount; row++)
                    values.Add([.. columns.Select(column => Value(reader, column, row))]);
            }

            return new([.. columns.Select(column => $"{reader.ColumnName(column)} {reader.Kind(column)}")], values);
        }
    }

    /// <summary>The same rows in an order that both engines' agree on.</summary>
    public Rows Sorted() => this with { Values = [.. Values.OrderBy(Line, StringComparer.Ordinal)] };

    /// <summary>A row as text; of a number only as many digits as engines agree on.</summary>
    public static string Line(object?[] row) => string.Join(" | ", row.Select(value => value switch
    {
        null => "-",
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    }));

    private static object? Value(IColumnReader reader, int column, int row) => reader.IsNull(column, row)
        ? null
        : reader.Kind(column) switch
        {
            ColumnKind.Integer => reader.Values<long>(column)[row],
            ColumnKind.Double => reader.Values<double>(column)[row],
            ColumnKind.Decimal => reader.Values<decimal>(column)[row],
            ColumnKind.Boolean => reader.Values<bool>(column)[row],
            ColumnKind.Date => reader.Values<DateOnly>(column)[row],
            ColumnKind.Instant => reader.Values<DateTimeOffset>(column)[row],
            ColumnKind.Guid => reader.Values<Guid>(column)[row],
            _ => Encoding.UTF8.GetString(reader.Utf8(column, row)),
        };
}
