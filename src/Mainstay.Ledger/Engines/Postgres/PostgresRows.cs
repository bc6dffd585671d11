namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Carries columns of another engine into a COPY, without an object per value.</summary>
internal static class PostgresRows
{
    /// <summary>Copies every row that is left and completes the COPY; returns how many there were.</summary>
    public static long Copy(IColumnReader rows, PostgresCopy copy)
    {
        var columns = Enumerable.Range(0, rows.ColumnCount).Select(column => CopiedColumn.Of(rows, column)).ToArray();
        var copied = 0L;
        while (rows.NextChunk())
        {
            foreach (var column in columns)
                column.Read();
            for (var row = 0; row < rows.RowCount; row++)
            {
                foreach (var column in columns)
                    column.Write(copy, row);
                copy.EndRow();
            }

            copied += rows.RowCount;
        }

        copy.Complete();
        return copied;
    }
}
