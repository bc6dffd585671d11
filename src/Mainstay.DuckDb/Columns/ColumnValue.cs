using System.Numerics;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Columns;

/// <summary>
/// One value out of a vector, as the type asked for. Integers convert among themselves when they fit, integers and
/// DECIMAL to decimal and double; anything else must be asked for by its own type.
/// </summary>
internal static class ColumnValue
{
    public static bool Boolean(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Boolean ? column.At<byte>(row) != 0 : throw Refused(column, "bool");

    /// <summary>Any integer, or a DECIMAL without a fraction, as a type that holds it.</summary>
    public static T Integer<T>(ColumnVector column, int row)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var value = Integer(column, row, typeof(T).Name);
        return value >= Int128.CreateSaturating(T.MinValue) && value <= Int128.CreateSaturating(T.MaxValue)
            ? T.CreateTruncating(value)
            : throw new OverflowException($"Column '{column.Name}' holds {value}, which does not fit {typeof(T).Name}; ask for a wider type.");
    }

    private static Int128 Integer(ColumnVector column, int row, string wanted) => column.Type.Id switch
    {
        DuckDbType.Decimal when Fraction(column, row) is { } whole => whole,
        DuckDbType.Decimal or DuckDbType.Enum => throw Refused(column, wanted),
        _ when column.Type.Id is DuckDbType.UHugeInt => checked((Int128)(UInt128)column.At<NativeHugeInt>(row)),
        _ => Stored(column, row) ?? throw Refused(column, wanted),
    };

    public static long Int64(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.BigInt ? column.At<long>(row) : Integer<long>(column, row);

    public static int Int32(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Integer ? column.At<int>(row) : Integer<int>(column, row);

    public static DuckDbDecimal WideDecimal(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Decimal
            ? new DuckDbDecimal(Stored(column, row)!.Value, (byte)column.Type.Scale)
            : new DuckDbDecimal(Integer(column, row, "decimal"), 0);

    public static decimal Decimal(ColumnVector column, int row)
    {
        if (column.Type is { Id: DuckDbType.Decimal, Storage: DuckDbType.BigInt, Scale: <= 28 })
        {
            var unscaled = column.At<long>(row);
            var magnitude = unchecked((ulong)(unscaled < 0 ? -unscaled : unscaled));
            return new decimal(
                unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, unscaled < 0, (byte)column.Type.Scale);
        }

        if (column.Type is { Id: DuckDbType.Decimal, Storage: DuckDbType.HugeInt, Scale: <= 28 })
        {
            var wide = column.At<NativeHugeInt>(row);
            var negative = unchecked((long)wide.Upper) < 0;
            var (lower, upper) = negative ? Negated(wide) : (wide.Lower, wide.Upper);
            if (upper <= uint.MaxValue)
            {
                return new decimal(
                    unchecked((int)lower), unchecked((int)(lower >> 32)), unchecked((int)upper), negative,
                    (byte)column.Type.Scale);
            }
        }

        return WideDecimal(column, row).ToDecimal();
    }

    public static double Double(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.Double => column.At<double>(row),
        DuckDbType.Float => column.At<float>(row),
        DuckDbType.Decimal => WideDecimal(column, row).ToDouble(),
        DuckDbType.UHugeInt => (double)(UInt128)column.At<NativeHugeInt>(row),
        _ => (double)Integer(column, row, "double"),
    };

    public static float Single(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Float ? column.At<float>(row) : throw Refused(column, "float");

    public static BigInteger BigInteger(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.UHugeInt
            ? (UInt128)column.At<NativeHugeInt>(row)
            : Integer(column, row, "BigInteger");

    public static DateOnly Date(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.Date => Epoch.Date(column.At<int>(row)),
        _ => throw Refused(column, "DateOnly"),
    };

    public static TimeOnly Time(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.Time => TimeOfDay(column.At<long>(row) * TimeSpan.TicksPerMicrosecond),
        DuckDbType.TimeNs => TimeOfDay(column.At<long>(row) / TimeSpan.NanosecondsPerTick),
        _ => throw Refused(column, "TimeOnly"),
    };

    public static DateTime Moment(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.Timestamp => Epoch.Moment(column.At<long>(row), 1_000_000, DateTimeKind.Unspecified),
        DuckDbType.TimestampS => Epoch.Moment(column.At<long>(row), 1, DateTimeKind.Unspecified),
        DuckDbType.TimestampMs => Epoch.Moment(column.At<long>(row), 1_000, DateTimeKind.Unspecified),
        DuckDbType.TimestampNs => Epoch.Moment(column.At<long>(row), 1_000_000_000, DateTimeKind.Unspecified),
        DuckDbType.TimestampTz => Epoch.Moment(column.At<long>(row), 1_000_000, DateTimeKind.Utc),
        DuckDbType.Date => Date(column, row).ToDateTime(TimeOnly.MinValue),
        _ => throw Refused(column, "DateTime"),
    };

    public static DateTimeOffset Instant(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.TimestampTz => new DateTimeOffset(Moment(column, row)),
        _ => throw Refused(column, "DateTimeOffset"),
    };

    public static TimeSpan Interval(ColumnVector column, int row)
    {
        if (column.Type.Id != DuckDbType.Interval)
            throw Refused(column, "TimeSpan");
        var interval = column.At<NativeInterval>(row);
        return interval.Months == 0
            ? new TimeSpan((interval.Days * TimeSpan.TicksPerDay) + (interval.Microseconds * TimeSpan.TicksPerMicrosecond))
            : throw new InvalidCastException(
                $"Column '{column.Name}' holds an INTERVAL of months, whose length is not fixed; add it to a date in the query.");
    }

    public static Guid Guid(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Uuid ? UuidBytes.FromStored(column.At<NativeHugeInt>(row)) : throw Refused(column, "Guid");

    public static byte[] Blob(ColumnVector column, int row) =>
        column.Type.Id == DuckDbType.Blob ? column.Bytes(row).ToArray() : throw Refused(column, "byte[]");

    /// <summary>VARCHAR and ENUM as they are; a DECIMAL in all its digits.</summary>
    public static string Text(ColumnVector column, int row) => column.Type.Id switch
    {
        DuckDbType.Varchar => column.Text(row),
        DuckDbType.Enum => column.Type.Names[(int)Stored(column, row)!.Value],
        DuckDbType.Decimal => WideDecimal(column, row).ToString(),
        _ => throw Refused(column, "string"),
    };

    public static InvalidCastException Refused(ColumnVector column, string wanted) =>
        new($"Column '{column.Name}' is {column.Type.SqlName} and is not read as {wanted}; cast it in the query.");

    private static (ulong Lower, ulong Upper) Negated(NativeHugeInt value) => unchecked(
        (0 - value.Lower, ~value.Upper + (value.Lower == 0 ? 1UL : 0)));

    private static TimeOnly TimeOfDay(long ticks) =>
        ticks < TimeSpan.TicksPerDay ? new TimeOnly(ticks) : TimeOnly.MaxValue; // SQL's 24:00:00

    private static Int128? Fraction(ColumnVector column, int row)
    {
        var (whole, fraction) = Int128.DivRem(Stored(column, row)!.Value, DecimalDigits.PowerOfTen(column.Type.Scale));
        return fraction == 0 ? whole : null;
    }

    private static Int128? Stored(ColumnVector column, int row) => column.Type.Storage switch
    {
        DuckDbType.TinyInt => column.At<sbyte>(row),
        DuckDbType.SmallInt => column.At<short>(row),
        DuckDbType.Integer => column.At<int>(row),
        DuckDbType.BigInt => column.At<long>(row),
        DuckDbType.UTinyInt => column.At<byte>(row),
        DuckDbType.USmallInt => column.At<ushort>(row),
        DuckDbType.UInteger => column.At<uint>(row),
        DuckDbType.UBigInt => column.At<ulong>(row),
        DuckDbType.HugeInt => column.At<NativeHugeInt>(row),
        _ => null,
    };
}
