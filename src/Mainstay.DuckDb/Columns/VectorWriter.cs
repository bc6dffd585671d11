using System.Numerics;
using System.Text;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Columns;

/// <summary>
/// Writes one column of a chunk in place. A value goes only into a column of its own kind: integers into any numeric
/// column that holds them, decimals into DECIMAL without loss, and nothing is parsed. Mutable: it fills vectors.
/// </summary>
internal sealed unsafe partial class VectorWriter(string name, ColumnType type)
{
    private readonly VectorWriter? _elements = type.Element is { } element ? new VectorWriter(name, element) : null;
    private nint _vector;
    private byte* _data;
    private ulong* _validity;
    private int _elementCount;

    public ColumnType Type { get; } = type;

    public void Attach(nint vector)
    {
        _vector = vector;
        _data = NativeMethods.duckdb_vector_get_data(vector);
        _validity = null;
        _elementCount = 0;
    }

    public void Null(int row)
    {
        if (Type.Id == DuckDbType.Array)
            throw Refused("NULL"); // the engine would still read its elements
        if (Type.Id == DuckDbType.List)
            ((NativeListEntry*)_data)[row] = default;
        if (_validity == null)
        {
            NativeMethods.duckdb_vector_ensure_validity_writable(_vector);
            _validity = NativeMethods.duckdb_vector_get_validity(_vector);
        }

        _validity[row >> 6] &= ~(1UL << (row & 63));
    }

    public void Boolean(int row, bool value) => At<byte>(row, DuckDbType.Boolean, "bool") = value ? (byte)1 : (byte)0;

    public void Int64(int row, long value)
    {
        if (Type.Id == DuckDbType.BigInt)
            ((long*)_data)[row] = value;
        else
            Integer(row, value);
    }

    public void Integer(int row, Int128 value)
    {
        switch (Type.Id)
        {
            case DuckDbType.Decimal:
                Decimal(row, new DuckDbDecimal(value, 0));
                break;
            case DuckDbType.Double when Int128.Abs(value) <= 1L << 53:
                ((double*)_data)[row] = (double)value;
                break;
            case DuckDbType.UHugeInt when value >= 0:
                ((NativeHugeInt*)_data)[row] = value;
                break;
            default:
                Unscaled(row, value, Type.Id, "an integer");
                break;
        }
    }

    public void Double(int row, double value)
    {
        if (Type.Id == DuckDbType.Double)
            ((double*)_data)[row] = value;
        else
            At<float>(row, DuckDbType.Float, "double") = (float)value;
    }

    public void Decimal(int row, decimal value) => Decimal(row, DuckDbDecimal.FromDecimal(value));

    public void Decimal(int row, DuckDbDecimal value)
    {
        if (Type.Id != DuckDbType.Decimal)
            throw Refused("decimal");
        Unscaled(row, value.UnscaledAt(Type.Scale, Type.Width), Type.Storage, "decimal");
    }

    public void Date(int row, DateOnly value) => At<int>(row, DuckDbType.Date, "DateOnly") = Epoch.Days(value);

    public void Time(int row, TimeOnly value) =>
        At<long>(row, DuckDbType.Time, "TimeOnly") = value.Ticks / TimeSpan.TicksPerMicrosecond;

    public void Moment(int row, DateTime value) =>
        At<long>(row, DuckDbType.Timestamp, "DateTime") = Epoch.Microseconds(value);

    public void Instant(int row, DateTimeOffset value) =>
        At<long>(row, DuckDbType.TimestampTz, "DateTimeOffset") = Epoch.Microseconds(value.UtcDateTime);

    public void Interval(int row, TimeSpan value) =>
        At<NativeInterval>(row, DuckDbType.Interval, "TimeSpan") = ParameterValue.Interval(value);

    public void Guid(int row, Guid value) => At<NativeHugeInt>(row, DuckDbType.Uuid, "Guid") = UuidBytes.ToStored(value);

    public void Text(int row, string value)
    {
        if (Type.Id == DuckDbType.Enum)
        {
            var position = Array.IndexOf(Type.Names, value);
            if (position < 0)
                throw new InvalidCastException($"Column '{name}' takes {string.Join(", ", Type.Names)}; found '{value}'.");
            Unscaled(row, position, Type.Storage, "string");
            return;
        }

        if (Type.Id != DuckDbType.Varchar)
            throw Refused("string");
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = most <= 1024 ? stackalloc byte[most] : new byte[most];
        Bytes(row, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    public void Utf8(int row, ReadOnlySpan<byte> value)
    {
        if (Type.Id != DuckDbType.Varchar)
            throw Refused("UTF-8");
        if (!System.Text.Unicode.Utf8.IsValid(value))
            throw new InvalidCastException($"Column '{name}' is text and was given bytes that are not UTF-8.");
        Bytes(row, value);
    }

    public void Blob(int row, ReadOnlySpan<byte> value)
    {
        if (Type.Id != DuckDbType.Blob)
            throw Refused("byte[]");
        Bytes(row, value);
    }

    public InvalidCastException Refused(string given) =>
        new($"Column '{name}' is {Type.SqlName} and does not take {given}.");

    private void Bytes(int row, ReadOnlySpan<byte> value)
    {
        if (NativeString.TryWriteInPlace((NativeString*)_data + row, value))
            return;
        fixed (byte* start = value)
            NativeMethods.duckdb_unsafe_vector_assign_string_element_len(_vector, (ulong)row, start, (ulong)value.Length);
    }

    private ref T At<T>(int row, DuckDbType expected, string given)
        where T : unmanaged
    {
        if (Type.Id != expected)
            throw Refused(given);
        return ref ((T*)_data)[row];
    }

    private void Unscaled(int row, Int128 value, DuckDbType storage, string given)
    {
        switch (storage)
        {
            case DuckDbType.TinyInt: Put<sbyte>(row, value); break;
            case DuckDbType.SmallInt: Put<short>(row, value); break;
            case DuckDbType.Integer: Put<int>(row, value); break;
            case DuckDbType.BigInt: Put<long>(row, value); break;
            case DuckDbType.HugeInt: ((NativeHugeInt*)_data)[row] = value; break;
            case DuckDbType.UTinyInt: Put<byte>(row, value); break;
            case DuckDbType.USmallInt: Put<ushort>(row, value); break;
            case DuckDbType.UInteger: Put<uint>(row, value); break;
            case DuckDbType.UBigInt: Put<ulong>(row, value); break;
            default: throw Refused(given);
        }
    }

    private void Put<T>(int row, Int128 value)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (value < Int128.CreateSaturating(T.MinValue) || value > Int128.CreateSaturating(T.MaxValue))
            throw new OverflowException($"Column '{name}' is {Type.SqlName} and cannot hold {value}.");
        ((T*)_data)[row] = T.CreateTruncating(value);
    }
}
