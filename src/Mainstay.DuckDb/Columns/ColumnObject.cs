using System.Numerics;

namespace Mainstay.DuckDb.Columns;

/// <summary>One value out of a vector as an object: of its column's own type, or of a type asked for.</summary>
internal static class ColumnObject
{
    /// <summary>The value as its column's .NET type; <see cref="DBNull"/> for NULL.</summary>
    public static object Read(ColumnVector column, int row) =>
        column.IsNull(row) ? DBNull.Value : NotNull(column, row, column.Type.ClrType);

    /// <summary>The value as <paramref name="wanted"/>; the row is not NULL.</summary>
    public static object NotNull(ColumnVector column, int row, Type wanted)
    {
        if (wanted == typeof(object))
            wanted = column.Type.ClrType;
        if (wanted.IsArray && wanted != typeof(byte[]))
            return List(column, row, wanted.GetElementType()!);
        return Type.GetTypeCode(wanted) switch
        {
            TypeCode.Boolean => ColumnValue.Boolean(column, row),
            TypeCode.SByte => ColumnValue.Integer<sbyte>(column, row),
            TypeCode.Byte => ColumnValue.Integer<byte>(column, row),
            TypeCode.Int16 => ColumnValue.Integer<short>(column, row),
            TypeCode.UInt16 => ColumnValue.Integer<ushort>(column, row),
            TypeCode.Int32 => ColumnValue.Int32(column, row),
            TypeCode.UInt32 => ColumnValue.Integer<uint>(column, row),
            TypeCode.Int64 => ColumnValue.Int64(column, row),
            TypeCode.UInt64 => ColumnValue.Integer<ulong>(column, row),
            TypeCode.Single => ColumnValue.Single(column, row),
            TypeCode.Double => ColumnValue.Double(column, row),
            TypeCode.Decimal => ColumnValue.Decimal(column, row),
            TypeCode.DateTime => ColumnValue.Moment(column, row),
            TypeCode.String => ColumnValue.Text(column, row),
            _ => Other(column, row, wanted),
        };
    }

    private static object Other(ColumnVector column, int row, Type wanted)
    {
        if (wanted == typeof(DateOnly))
            return ColumnValue.Date(column, row);
        if (wanted == typeof(Guid))
            return ColumnValue.Guid(column, row);
        if (wanted == typeof(DateTimeOffset))
            return ColumnValue.Instant(column, row);
        if (wanted == typeof(TimeOnly))
            return ColumnValue.Time(column, row);
        if (wanted == typeof(TimeSpan))
            return ColumnValue.Interval(column, row);
        if (wanted == typeof(byte[]))
            return ColumnValue.Blob(column, row);
        if (wanted == typeof(BigInteger))
            return ColumnValue.BigInteger(column, row);
        if (wanted == typeof(DuckDbDecimal))
            return ColumnValue.WideDecimal(column, row);
        if (wanted == typeof(Int128))
            return ColumnValue.Integer<Int128>(column, row);
        throw wanted == typeof(object)
            ? new NotSupportedException(
                $"Column '{column.Name}' is {column.Type.SqlName}, which is not read; select its fields, or cast it to VARCHAR in the query.")
            : ColumnValue.Refused(column, wanted.Name);
    }

    /// <summary>An array of the element's type; of its nullable form where a NULL is among them.</summary>
    private static Array List(ColumnVector column, int row, Type element)
    {
        if (column.Type.Element is null)
            throw ColumnValue.Refused(column, element.Name + "[]");
        var (start, length) = column.ElementsOf(row);
        var elements = column.Elements;
        var underlying = Nullable.GetUnderlyingType(element);
        var hasNull = Enumerable.Range(start, length).Any(elements.IsNull);
        if (hasNull && element.IsValueType && underlying is null)
            (underlying, element) = (element, typeof(Nullable<>).MakeGenericType(element));

        var array = Array.CreateInstance(element, length);
        for (var i = 0; i < length; i++)
        {
            if (!elements.IsNull(start + i))
                array.SetValue(NotNull(elements, start + i, underlying ?? element), i);
        }

        return array;
    }
}
