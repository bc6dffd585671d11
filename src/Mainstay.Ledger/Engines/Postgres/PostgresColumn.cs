using System.Text;
using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>One column of a chunk of rows. Mutable: it is filled again for every chunk.</summary>
internal sealed class PostgresColumn
{
    private readonly NpgsqlDataReader _reader;
    private readonly int _ordinal;
    private readonly Array? _values;
    private readonly bool[] _nulls;
    private readonly int[] _ends;
    private byte[] _text = [];
    private int _textLength;

    public PostgresColumn(NpgsqlDataReader reader, int ordinal, int rows)
    {
        (_reader, _ordinal, Kind) = (reader, ordinal, KindOf(reader.GetDataTypeName(ordinal)));
        _nulls = new bool[rows];
        _ends = Kind == ColumnKind.Text ? new int[rows] : [];
        _values = Kind switch
        {
            ColumnKind.Integer => new long[rows],
            ColumnKind.Double => new double[rows],
            ColumnKind.Decimal => new decimal[rows],
            ColumnKind.Boolean => new bool[rows],
            ColumnKind.Date => new DateOnly[rows],
            ColumnKind.Instant => new DateTimeOffset[rows],
            ColumnKind.Guid => new Guid[rows],
            _ => null,
        };
    }

    public ColumnKind Kind { get; }

    public bool HasNulls { get; private set; }

    public void Clear() => (HasNulls, _textLength) = (false, 0);

    /// <summary>Takes the value of the reader's current row.</summary>
    public void Take(int row)
    {
        _nulls[row] = _reader.IsDBNull(_ordinal);
        HasNulls |= _nulls[row];
        if (Kind == ColumnKind.Text)
        {
            TakeText(_nulls[row] ? "" : _reader.GetString(_ordinal), row);
            return;
        }

        if (_nulls[row])
            return;
        switch (_values)
        {
            case long[] integers:
                integers[row] = _reader.GetInt64(_ordinal);
                break;
            case double[] doubles:
                doubles[row] = _reader.GetDouble(_ordinal);
                break;
            case decimal[] decimals:
                decimals[row] = _reader.GetDecimal(_ordinal);
                break;
            case bool[] flags:
                flags[row] = _reader.GetBoolean(_ordinal);
                break;
            case DateOnly[] days:
                days[row] = _reader.GetFieldValue<DateOnly>(_ordinal);
                break;
            case DateTimeOffset[] instants:
                instants[row] = _reader.GetFieldValue<DateTimeOffset>(_ordinal);
                break;
            case Guid[] ids:
                ids[row] = _reader.GetGuid(_ordinal);
                break;
        }
    }

    public ReadOnlySpan<T> Values<T>(int rows)
        where T : unmanaged => _values is T[] values
            ? values.AsSpan(0, rows)
            : throw new InvalidOperationException(
                $"Column {_reader.GetName(_ordinal)} is {_reader.GetDataTypeName(_ordinal)}, not {typeof(T).Name}; cast it.");

    public bool IsNull(int row) => _nulls[row];

    public ReadOnlySpan<byte> Utf8(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return _text.AsSpan(start, _ends[row] - start);
    }

    private void TakeText(string text, int row)
    {
        var room = _textLength + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (room > _text.Length)
            Array.Resize(ref _text, Math.Max(room, _text.Length * 2));
        _textLength += Encoding.UTF8.GetBytes(text, _text.AsSpan(_textLength));
        _ends[row] = _textLength;
    }

    private static ColumnKind KindOf(string type) => type.Split('(')[0] switch
    {
        "bigint" or "integer" or "smallint" => ColumnKind.Integer,
        "double precision" or "real" => ColumnKind.Double,
        "numeric" => ColumnKind.Decimal,
        "boolean" => ColumnKind.Boolean,
        "date" => ColumnKind.Date,
        "timestamp with time zone" => ColumnKind.Instant,
        "uuid" => ColumnKind.Guid,
        "text" or "character varying" => ColumnKind.Text,
        var other => throw new NotSupportedException($"{other} does not cross between engines; cast it."),
    };
}
