using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>A .NET value as a value of the engine, exactly and by its own type.</summary>
internal static class ParameterValue
{
    public static ValueHandle Create(object? value) => value switch
    {
        null or DBNull => NativeMethods.duckdb_create_null_value(),
        bool it => NativeMethods.duckdb_create_bool(it),
        sbyte it => NativeMethods.duckdb_create_int8(it),
        byte it => NativeMethods.duckdb_create_uint8(it),
        short it => NativeMethods.duckdb_create_int16(it),
        ushort it => NativeMethods.duckdb_create_uint16(it),
        Enum it => Create(Convert.ChangeType(it, it.GetTypeCode(), CultureInfo.InvariantCulture)),
        int it => NativeMethods.duckdb_create_int32(it),
        uint it => NativeMethods.duckdb_create_uint32(it),
        long it => NativeMethods.duckdb_create_int64(it),
        ulong it => NativeMethods.duckdb_create_uint64(it),
        Int128 it => NativeMethods.duckdb_create_hugeint(it),
        BigInteger it => NativeMethods.duckdb_create_hugeint(Fitting(it)),
        float it => NativeMethods.duckdb_create_float(it),
        double it => NativeMethods.duckdb_create_double(it),
        decimal it => Create(DuckDbDecimal.FromDecimal(it)),
        DuckDbDecimal it => NativeMethods.duckdb_create_decimal(Decimal(it)),
        DateOnly it => NativeMethods.duckdb_create_date(Epoch.Days(it)),
        TimeOnly it => NativeMethods.duckdb_create_time(it.Ticks / TimeSpan.TicksPerMicrosecond),
        DateTime it => NativeMethods.duckdb_create_timestamp(Epoch.Microseconds(it)),
        DateTimeOffset it => NativeMethods.duckdb_create_timestamp_tz(Epoch.Microseconds(it.UtcDateTime)),
        TimeSpan it => NativeMethods.duckdb_create_interval(Interval(it)),
        Guid it => NativeMethods.duckdb_create_uuid(UuidBytes.ToNumber(it)),
        char it => Text([it]),
        string it => Text(it),
        byte[] it => Blob(it),
        ReadOnlyMemory<byte> it => Blob(it.Span),
        IEnumerable it when ElementTypes.Of(it.GetType()) is { } element => List(it, element),
        _ => throw new NotSupportedException($"A parameter of type {value.GetType()} has no counterpart in the engine."),
    };

    public static NativeInterval Interval(TimeSpan value)
    {
        var (days, rest) = Math.DivRem(value.Ticks, TimeSpan.TicksPerDay);
        return new NativeInterval(0, checked((int)days), rest / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The number, if it is one of the 128 bits the engine's widest integer has.</summary>
    public static Int128 Fitting(BigInteger value) =>
        value >= (BigInteger)Int128.MinValue && value <= (BigInteger)Int128.MaxValue
            ? (Int128)value
            : throw new OverflowException($"{value} does not fit HUGEINT, which has 128 bits.");

    private static NativeDecimal Decimal(DuckDbDecimal value)
    {
        var width = Math.Max(DecimalDigits.Count(value.Unscaled), value.Scale);
        return new NativeDecimal(width, value.Scale, value.Unscaled);
    }

    private static unsafe ValueHandle Text(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = length <= 512 ? stackalloc byte[512] : new byte[length];
        _ = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* start = bytes)
            return NativeMethods.duckdb_create_varchar_length(start, (ulong)length);
    }

    private static unsafe ValueHandle Blob(ReadOnlySpan<byte> bytes)
    {
        byte nothing;
        fixed (byte* start = bytes)
            return NativeMethods.duckdb_create_blob(start == null ? &nothing : start, (ulong)bytes.Length);
    }

    private static ValueHandle List(IEnumerable values, Type element)
    {
        var owned = new List<ValueHandle>();
        try
        {
            foreach (var value in values)
                owned.Add(Create(value));
            using var type = ElementTypes.ToLogical(element, values);
            return NativeMethods.duckdb_create_list_value(
                type, [.. owned.Select(value => value.DangerousGetHandle())], (ulong)owned.Count);
        }
        finally
        {
            owned.ForEach(value => value.Dispose());
        }
    }
}
