using System.Collections;
using System.Numerics;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Columns;

/// <summary>Values of any type, spans of them, and lists.</summary>
internal sealed unsafe partial class VectorWriter
{
    public void Span<T>(int row, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (StoredAs<T>.Is(Type))
        {
            values.CopyTo(new Span<T>((T*)_data + row, values.Length));
            return;
        }

        for (var i = 0; i < values.Length; i++)
            Value(row + i, values[i]);
    }

    /// <summary>A value whose type is known when compiling: the casts through object vanish then.</summary>
    public void Value<T>(int row, T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            Int64(row, (long)(object)value);
        else if (typeof(T) == typeof(int))
            Int64(row, (int)(object)value);
        else if (typeof(T) == typeof(double))
            Double(row, (double)(object)value);
        else if (typeof(T) == typeof(decimal))
            Decimal(row, (decimal)(object)value);
        else if (typeof(T) == typeof(DateOnly))
            Date(row, (DateOnly)(object)value);
        else if (typeof(T) == typeof(Guid))
            Guid(row, (Guid)(object)value);
        else if (typeof(T) == typeof(bool))
            Boolean(row, (bool)(object)value);
        else
            Any(row, value);
    }

    public void Any(int row, object? value)
    {
        switch (value)
        {
            case null or DBNull: Null(row); break;
            case string it: Text(row, it); break;
            case bool it: Boolean(row, it); break;
            case sbyte it: Integer(row, it); break;
            case byte it: Integer(row, it); break;
            case short it: Integer(row, it); break;
            case ushort it: Integer(row, it); break;
            case int it: Integer(row, it); break;
            case uint it: Integer(row, it); break;
            case long it: Integer(row, it); break;
            case ulong it: Integer(row, it); break;
            case Int128 it: Integer(row, it); break;
            case BigInteger it: Integer(row, ParameterValue.Fitting(it)); break;
            case float it: Double(row, it); break;
            case double it: Double(row, it); break;
            case decimal it: Decimal(row, it); break;
            case DuckDbDecimal it: Decimal(row, it); break;
            case DateOnly it: Date(row, it); break;
            case TimeOnly it: Time(row, it); break;
            case DateTime it: Moment(row, it); break;
            case DateTimeOffset it: Instant(row, it); break;
            case TimeSpan it: Interval(row, it); break;
            case Guid it: Guid(row, it); break;
            case byte[] it: Blob(row, it); break;
            case IEnumerable it: List(row, it); break;
            default: throw Refused(value.GetType().Name);
        }
    }

    private void List(int row, IEnumerable values)
    {
        if (Type.Id != DuckDbType.List)
            throw Refused("a list");
        var start = _elementCount;
        var child = NativeMethods.duckdb_list_vector_get_child(_vector);
        if (start == 0)
            _elements!.Attach(child);
        foreach (var value in values)
        {
            _ = NativeMethods.duckdb_list_vector_reserve(_vector, (ulong)_elementCount + 1);
            _elements!.Moved();
            _elements.Any(_elementCount++, value);
        }

        _ = NativeMethods.duckdb_list_vector_set_size(_vector, (ulong)_elementCount);
        ((NativeListEntry*)_data)[row] = new NativeListEntry((ulong)start, (ulong)(_elementCount - start));
    }

    /// <summary>The list that holds this vector has grown and may have moved it.</summary>
    private void Moved()
    {
        _data = NativeMethods.duckdb_vector_get_data(_vector);
        if (_validity != null)
            _validity = NativeMethods.duckdb_vector_get_validity(_vector);
    }
}
