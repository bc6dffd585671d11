using System.Collections;
using System.Numerics;
using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>Which engine type a list of .NET values has; an empty list has one too.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<Type, DuckDbType> Known = new()
    {
        [typeof(bool)] = DuckDbType.Boolean,
        [typeof(sbyte)] = DuckDbType.TinyInt,
        [typeof(byte)] = DuckDbType.UTinyInt,
        [typeof(short)] = DuckDbType.SmallInt,
        [typeof(ushort)] = DuckDbType.USmallInt,
        [typeof(int)] = DuckDbType.Integer,
        [typeof(uint)] = DuckDbType.UInteger,
        [typeof(long)] = DuckDbType.BigInt,
        [typeof(ulong)] = DuckDbType.UBigInt,
        [typeof(Int128)] = DuckDbType.HugeInt,
        [typeof(BigInteger)] = DuckDbType.HugeInt,
        [typeof(float)] = DuckDbType.Float,
        [typeof(double)] = DuckDbType.Double,
        [typeof(DateOnly)] = DuckDbType.Date,
        [typeof(TimeOnly)] = DuckDbType.Time,
        [typeof(DateTime)] = DuckDbType.Timestamp,
        [typeof(DateTimeOffset)] = DuckDbType.TimestampTz,
        [typeof(TimeSpan)] = DuckDbType.Interval,
        [typeof(Guid)] = DuckDbType.Uuid,
        [typeof(char)] = DuckDbType.Varchar,
        [typeof(string)] = DuckDbType.Varchar,
        [typeof(byte[])] = DuckDbType.Blob,
    };

    /// <summary>The element type of a sequence the engine can take as a LIST; null for other sequences.</summary>
    public static Type? Of(Type sequence)
    {
        var element = sequence.GetInterfaces().Prepend(sequence)
            .Where(it => it.IsGenericType && it.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(it => it.GetGenericArguments()[0])
            .FirstOrDefault();
        if (element is null)
            return null;
        element = Nullable.GetUnderlyingType(element) ?? element;
        return Known.ContainsKey(element) || IsDecimal(element) || Of(element) is not null ? element : null;
    }

    public static LogicalTypeHandle ToLogical(Type element, IEnumerable values)
    {
        if (IsDecimal(element))
            return CommonDecimal(values);
        if (Known.TryGetValue(element, out var known))
            return NativeMethods.duckdb_create_logical_type(known);
        using var inner = ToLogical(Of(element)!, values.OfType<IEnumerable>().SelectMany(list => list.Cast<object?>()));
        return NativeMethods.duckdb_create_list_type(inner);
    }

    private static bool IsDecimal(Type type) => type == typeof(decimal) || type == typeof(DuckDbDecimal);

    /// <summary>The narrowest DECIMAL that holds every value of the list.</summary>
    private static LogicalTypeHandle CommonDecimal(IEnumerable values)
    {
        var (whole, scale) = (1, 0);
        foreach (var value in values.OfType<object>())
        {
            var exact = value is decimal number ? DuckDbDecimal.FromDecimal(number) : (DuckDbDecimal)value;
            scale = Math.Max(scale, exact.Scale);
            whole = Math.Max(whole, DecimalDigits.Count(exact.Unscaled) - exact.Scale);
        }

        return whole + scale <= DecimalDigits.Widest
            ? NativeMethods.duckdb_create_decimal_type((byte)(whole + scale), (byte)scale)
            : throw new OverflowException($"A list of decimals with {whole} digits before the point and {scale} after it does not fit DECIMAL(38).");
    }
}
