namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Carries columns of another engine into a COPY, without an object per value.</summary>
internal static class PostgresRows
{
    /// <summary>Copies every row that is left and completes the COPY; returns how many there were.</summary>
    public static long Copy(IColumnReader rows, PostgresCopy copy)
    {
        var kinds = Enumerable.Range(0, rows.ColumnCount).Select(rows.Kind).ToArray();
        var copied = 0L;
        while (rows.NextChunk())
        {
            for (var row = 0; row < rows.RowCount; row++)
            {
                for (var column = 0; column < kinds.Length; column++)
                    Value(rows, copy, kinds[column], column, row);
                copy.EndRow();
            }

            copied += rows.RowCount;
        }

        copy.Complete();
        return copied;
    }

    private static void Value(IColumnReader rows, PostgresCopy copy, ColumnKind kind, int column, int row)
    {
        if (rows.IsNull(column, row))
        {
            copy.Null();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Integer:
                copy.Integer(rows.Values<long>(column)[row]);
                break;
            case ColumnKind.Double:
                copy.Double(rows.Values<double>(column)[row]);
                break;
            case ColumnKind.Decimal:
                copy.Numeric(rows.Values<decimal>(column)[row]);
                break;
            case ColumnKind.Boolean:
                copy.Boolean(rows.Values<bool>(column)[row]);
                break;
            case ColumnKind.Date:
                copy.Date(rows.Values<DateOnly>(column)[row]);
                break;
            case ColumnKind.Instant:
                copy.Instant(rows.Values<DateTimeOffset>(column)[row]);
                break;
            case ColumnKind.Guid:
                copy.Id(rows.Values<Guid>(column)[row]);
                break;
            default:
                copy.Utf8(rows.Utf8(column, row));
                break;
        }
    }
}
