namespace Mainstay.DuckDb.Columns;

/// <summary>Whether a vector stores exactly <typeparamref name="T"/>, so that its memory can be read or written as such.</summary>
internal static class StoredAs<T>
    where T : unmanaged
{
    public static bool Is(ColumnType type) => type.Id switch
    {
        DuckDbType.Boolean => typeof(T) == typeof(bool),
        DuckDbType.TinyInt => typeof(T) == typeof(sbyte),
        DuckDbType.SmallInt => typeof(T) == typeof(short),
        DuckDbType.Integer or DuckDbType.Date => typeof(T) == typeof(int),
        DuckDbType.UTinyInt => typeof(T) == typeof(byte),
        DuckDbType.USmallInt => typeof(T) == typeof(ushort),
        DuckDbType.UInteger => typeof(T) == typeof(uint),
        DuckDbType.UBigInt => typeof(T) == typeof(ulong),
        DuckDbType.Float => typeof(T) == typeof(float),
        DuckDbType.Double => typeof(T) == typeof(double),
        DuckDbType.BigInt or DuckDbType.Time or DuckDbType.Timestamp or DuckDbType.TimestampTz => typeof(T) == typeof(long),
        _ => false,
    };
}
