using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>A Parquet file, read by the engine chunk by chunk with every column as text.</summary>
internal sealed class ParquetReader : TableReader
{
    private readonly DuckDbConnection _connection;
    private readonly DuckDbCommand _command;
    private readonly DuckDbColumnReader _columns;
    private int _next;

    /// <summary>Reads over a connection of its own beside <paramref name="connection"/>.</summary>
    public ParquetReader(DuckDbConnection connection, string path)
    {
        _connection = connection.Duplicate();
        try
        {
            _command = _connection.CreateCommand("select cast(columns(*) as varchar) from read_parquet($path)");
            _command.Parameters.Add(new DuckDbParameter("path", path));
            _columns = _command.ExecuteColumns();
        }
        catch
        {
            _command?.Dispose();
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The file's column names.</summary>
    public IReadOnlyList<string> Names => [.. Enumerable.Range(0, _columns.ColumnCount).Select(_columns.ColumnName)];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Original => DelimitedLine.Of(this);

    /// <inheritdoc/>
    public override long Position => 0;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_next == _columns.RowCount)
        {
            if (!_columns.NextChunk())
                return false;
            _next = 0;
        }

        StartRow();
        var used = 0;
        for (var column = 0; column < _columns.ColumnCount; column++)
        {
            var cell = _columns.Utf8(column, _next);
            if (Bytes.Length < used + cell.Length)
            {
                var larger = new byte[(used + cell.Length) * 2];
                Bytes.AsSpan(0, used).CopyTo(larger);
                Bytes = larger;
            }

            cell.CopyTo(Bytes.AsSpan(used));
            AddCell(used, used + cell.Length);
            used += cell.Length;
        }

        _next++;
        Row++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _columns.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }
}
