using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Rows of the binary protocol, gathered into columns a chunk at a time. Mutable: it moves forward.</summary>
internal sealed class PostgresColumns : IColumnReader
{
    private const int ChunkRows = 2048;

    private readonly NpgsqlDataReader _reader;
    private readonly CancellationToken _cancellationToken;
    private readonly PostgresColumn[] _columns;
    private bool _ended;

    public PostgresColumns(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        (_reader, _cancellationToken) = (reader, cancellationToken);
        _columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => new PostgresColumn(reader, i, ChunkRows))];
    }

    public int ColumnCount => _columns.Length;

    public int RowCount { get; private set; }

    public string ColumnName(int column) => _reader.GetName(column);

    public ColumnKind Kind(int column) => _columns[column].Kind;

    public int Ordinal(string name)
    {
        for (var i = 0; i < ColumnCount; i++)
        {
            if (string.Equals(_reader.GetName(i), name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new ArgumentException($"There is no column '{name}'.", nameof(name));
    }

    public bool NextChunk()
    {
        RowCount = 0;
        foreach (var column in _columns)
            column.Clear();
        while (!_ended && RowCount < ChunkRows)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!_reader.Read())
            {
                _ended = true;
                break;
            }

            foreach (var column in _columns)
                column.Take(RowCount);
            RowCount++;
        }

        return RowCount > 0;
    }

    public ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged => _columns[column].Values<T>(RowCount);

    public bool IsNull(int column, int row) => _columns[column].IsNull(row);

    public bool HasNulls(int column) => _columns[column].HasNulls;

    public ReadOnlySpan<byte> Utf8(int column, int row) => _columns[column].Utf8(row);

    public void Dispose() => _reader.Dispose();
}
