using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines.DuckDb;

/// <summary>The embedded engine's own chunks, read in place.</summary>
internal sealed class DuckDbColumns(DuckDbColumnReader reader) : IColumnReader
{
    public int ColumnCount => reader.ColumnCount;

    public int RowCount => reader.RowCount;

    public string ColumnName(int column) => reader.ColumnName(column);

    public ColumnKind Kind(int column) => reader.ColumnType(column) switch
    {
        DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt => ColumnKind.Integer,
        DuckDbType.Float or DuckDbType.Double => ColumnKind.Double,
        DuckDbType.Decimal or DuckDbType.HugeInt => ColumnKind.Decimal,
        DuckDbType.Boolean => ColumnKind.Boolean,
        DuckDbType.Date => ColumnKind.Date,
        DuckDbType.TimestampTz => ColumnKind.Instant,
        DuckDbType.Uuid => ColumnKind.Guid,
        DuckDbType.Varchar or DuckDbType.SqlNull => ColumnKind.Text,
        var type => throw new NotSupportedException(
            $"Column {ColumnName(column)} is {type}, which does not cross between engines; cast it."),
    };

    public int Ordinal(string name) => reader.Ordinal(name);

    public bool NextChunk() => reader.NextChunk();

    public ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged => reader.Values<T>(column);

    public bool IsNull(int column, int row) => reader.IsNull(column, row);

    public bool HasNulls(int column) => reader.HasNulls(column);

    public ReadOnlySpan<byte> Utf8(int column, int row) => reader.Utf8(column, row);

    public void Dispose() => reader.Dispose();
}
