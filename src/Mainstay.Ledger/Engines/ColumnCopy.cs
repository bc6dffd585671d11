using System.Text;

namespace Mainstay.Ledger.Engines;

/// <summary>Carries rows from one engine to another, value by value.</summary>
internal static class ColumnCopy
{
    /// <summary>Copies every row that is left and completes the load; returns how many there were.</summary>
    public static long Rows(IColumnReader rows, IBulkLoad load)
    {
        var copied = 0L;
        while (rows.NextChunk())
        {
            for (var row = 0; row < rows.RowCount; row++)
            {
                for (var column = 0; column < rows.ColumnCount; column++)
                    Value(rows, load, column, row);
                load.EndRow();
            }

            copied += rows.RowCount;
        }

        load.Complete();
        return copied;
    }

    private static void Value(IColumnReader rows, IBulkLoad load, int column, int row)
    {
        if (rows.IsNull(column, row))
        {
            load.AppendAny(null);
            return;
        }

        switch (rows.Kind(column))
        {
            case ColumnKind.Integer:
                load.Append(rows.Values<long>(column)[row]);
                break;
            case ColumnKind.Double:
                load.Append(rows.Values<double>(column)[row]);
                break;
            case ColumnKind.Decimal:
                load.Append(rows.Values<decimal>(column)[row]);
                break;
            case ColumnKind.Date:
                load.Append(rows.Values<DateOnly>(column)[row]);
                break;
            case ColumnKind.Guid:
                load.Append(rows.Values<Guid>(column)[row]);
                break;
            case ColumnKind.Boolean:
                load.AppendAny(rows.Values<bool>(column)[row]);
                break;
            case ColumnKind.Instant:
                load.AppendAny(rows.Values<DateTimeOffset>(column)[row]);
                break;
            default:
                load.Append(Encoding.UTF8.GetString(rows.Utf8(column, row)));
                break;
        }
    }
}
