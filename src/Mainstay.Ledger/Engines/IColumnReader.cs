namespace Mainstay.Ledger.Engines;

/// <summary>
/// A query's rows, column by column, a chunk of some thousand rows at a time. Spans are valid until the next
/// <see cref="NextChunk"/>.
/// </summary>
public interface IColumnReader : IDisposable
{
    int ColumnCount { get; }

    /// <summary>Rows in the current chunk.</summary>
    int RowCount { get; }

    string ColumnName(int column);

    ColumnKind Kind(int column);

    /// <summary>The column of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    int Ordinal(string name);

    /// <summary>Moves to the next chunk; false after the last.</summary>
    bool NextChunk();

    /// <summary>
    /// The column's values in this chunk, in the type of its <see cref="Kind"/>. What stands where the column is NULL is
    /// undefined: ask <see cref="IsNull"/>.
    /// </summary>
    ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged;

    bool IsNull(int column, int row);

    /// <summary>Whether any value of this column in this chunk is NULL.</summary>
    bool HasNulls(int column);

    /// <summary>The bytes of a text; empty for NULL.</summary>
    ReadOnlySpan<byte> Utf8(int column, int row);
}
