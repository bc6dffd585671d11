using System.Numerics;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Columns;

/// <summary>A column's type in full, read once per statement.</summary>
/// <param name="Id">The type.</param>
/// <param name="Storage">What the vector holds: for DECIMAL and ENUM an integer type, otherwise the type itself.</param>
internal sealed record ColumnType(DuckDbType Id, DuckDbType Storage)
{
    public int Width { get; private init; }

    public int Scale { get; private init; }

    /// <summary>The element's type of a LIST or ARRAY.</summary>
    public ColumnType? Element { get; private init; }

    public int ArrayLength { get; private init; }

    /// <summary>An ENUM's values, in its order.</summary>
    public string[] Names { get; private init; } = [];

    public static ColumnType Read(LogicalTypeHandle type)
    {
        var id = NativeMethods.duckdb_get_type_id(type);
        switch (id)
        {
            case DuckDbType.Decimal:
                return new ColumnType(id, NativeMethods.duckdb_decimal_internal_type(type))
                {
                    Width = NativeMethods.duckdb_decimal_width(type),
                    Scale = NativeMethods.duckdb_decimal_scale(type),
                };
            case DuckDbType.Enum:
                return new ColumnType(id, NativeMethods.duckdb_enum_internal_type(type)) { Names = EnumNames(type) };
            case DuckDbType.List:
                using (var element = NativeMethods.duckdb_list_type_child_type(type))
                    return new ColumnType(id, id) { Element = Read(element) };
            case DuckDbType.Array:
                using (var element = NativeMethods.duckdb_array_type_child_type(type))
                {
                    var length = checked((int)NativeMethods.duckdb_array_type_array_size(type));
                    return new ColumnType(id, id) { Element = Read(element), ArrayLength = length };
                }

            default:
                return new ColumnType(id, id);
        }
    }

    /// <summary>The type as SQL writes it.</summary>
    public string SqlName => Id switch
    {
        DuckDbType.Decimal => $"DECIMAL({Width},{Scale})",
        DuckDbType.List => Element!.SqlName + "[]",
        DuckDbType.Array => $"{Element!.SqlName}[{ArrayLength}]",
        DuckDbType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        DuckDbType.TimestampS => "TIMESTAMP_S",
        DuckDbType.TimestampMs => "TIMESTAMP_MS",
        DuckDbType.TimestampNs => "TIMESTAMP_NS",
        DuckDbType.TimeTz => "TIME WITH TIME ZONE",
        DuckDbType.TimeNs => "TIME_NS",
        DuckDbType.SqlNull => "NULL",
        _ => Id.ToString().ToUpperInvariant(),
    };

    /// <summary>The .NET type a value of this column is read as.</summary>
    public Type ClrType => Id switch
    {
        DuckDbType.Boolean => typeof(bool),
        DuckDbType.TinyInt => typeof(sbyte),
        DuckDbType.SmallInt => typeof(short),
        DuckDbType.Integer => typeof(int),
        DuckDbType.BigInt => typeof(long),
        DuckDbType.UTinyInt => typeof(byte),
        DuckDbType.USmallInt => typeof(ushort),
        DuckDbType.UInteger => typeof(uint),
        DuckDbType.UBigInt => typeof(ulong),
        DuckDbType.HugeInt or DuckDbType.UHugeInt => typeof(BigInteger),
        DuckDbType.Float => typeof(float),
        DuckDbType.Double => typeof(double),
        DuckDbType.Decimal => typeof(decimal),
        DuckDbType.Date => typeof(DateOnly),
        DuckDbType.Time or DuckDbType.TimeNs => typeof(TimeOnly),
        DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => typeof(DateTime),
        DuckDbType.TimestampTz => typeof(DateTimeOffset),
        DuckDbType.Interval => typeof(TimeSpan),
        DuckDbType.Uuid => typeof(Guid),
        DuckDbType.Blob => typeof(byte[]),
        DuckDbType.Varchar or DuckDbType.Enum => typeof(string),
        DuckDbType.List or DuckDbType.Array => Element!.ClrType.MakeArrayType(),
        _ => typeof(object),
    };

    private static string[] EnumNames(LogicalTypeHandle type)
    {
        var names = new string[NativeMethods.duckdb_enum_dictionary_size(type)];
        for (var i = 0; i < names.Length; i++)
            names[i] = NativeText.Take(NativeMethods.duckdb_enum_dictionary_value(type, (ulong)i));
        return names;
    }
}
