using System.Data;
using System.Data.Common;
using Mainstay.DuckDb.Columns;

namespace Mainstay.DuckDb;

/// <summary>The current row's values and the columns' names and types.</summary>
public sealed partial class DuckDbDataReader
{
    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override string GetName(int ordinal) => Column(ordinal).Name;

    public override string GetDataTypeName(int ordinal) => Column(ordinal).Type.SqlName;

    public override Type GetFieldType(int ordinal) => Column(ordinal).Type.ClrType;

    /// <summary>The column of this name; of this name in another case if there is none.</summary>
    public override int GetOrdinal(string name)
    {
        var columns = _current?.Columns ?? [];
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].Name.Equals(name, comparison))
                    return i;
            }
        }

        throw new IndexOutOfRangeException(
            $"There is no column '{name}'; there are {string.Join(", ", columns.Select(column => column.Name))}.");
    }

    public override bool IsDBNull(int ordinal) => Column(ordinal).IsNull(Row);

    public override object GetValue(int ordinal) => ColumnObject.Read(Column(ordinal), Row);

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => ColumnValue.Boolean(NotNull(ordinal), _row);

    public override byte GetByte(int ordinal) => ColumnValue.Integer<byte>(NotNull(ordinal), _row);

    public override short GetInt16(int ordinal) => ColumnValue.Integer<short>(NotNull(ordinal), _row);

    public override int GetInt32(int ordinal) => ColumnValue.Int32(NotNull(ordinal), _row);

    public override long GetInt64(int ordinal) => ColumnValue.Int64(NotNull(ordinal), _row);

    public override float GetFloat(int ordinal) => ColumnValue.Single(NotNull(ordinal), _row);

    public override double GetDouble(int ordinal) => ColumnValue.Double(NotNull(ordinal), _row);

    public override decimal GetDecimal(int ordinal) => ColumnValue.Decimal(NotNull(ordinal), _row);

    public override DateTime GetDateTime(int ordinal) => ColumnValue.Moment(NotNull(ordinal), _row);

    public DateOnly GetDateOnly(int ordinal) => ColumnValue.Date(NotNull(ordinal), _row);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => ColumnValue.Instant(NotNull(ordinal), _row);

    public override Guid GetGuid(int ordinal) => ColumnValue.Guid(NotNull(ordinal), _row);

    public override string GetString(int ordinal) => ColumnValue.Text(NotNull(ordinal), _row);

    public override char GetChar(int ordinal) =>
        GetString(ordinal) is [var only] ? only : throw ColumnValue.Refused(Column(ordinal), "char");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy<byte>(ColumnValue.Blob(NotNull(ordinal), _row), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy<char>(GetString(ordinal), dataOffset, buffer, bufferOffset, length);

    /// <summary>The value as <typeparamref name="T"/>. A NULL is null for <see cref="Nullable{T}"/> and an error otherwise.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        if (Nullable.GetUnderlyingType(typeof(T)) is { } underlying)
            return IsDBNull(ordinal) ? default! : (T)ColumnObject.NotNull(Column(ordinal), _row, underlying);
        if (typeof(T) == typeof(long))
            return (T)(object)GetInt64(ordinal);
        if (typeof(T) == typeof(int))
            return (T)(object)GetInt32(ordinal);
        if (typeof(T) == typeof(double))
            return (T)(object)GetDouble(ordinal);
        if (typeof(T) == typeof(decimal))
            return (T)(object)GetDecimal(ordinal);
        if (typeof(T) == typeof(DateOnly))
            return (T)(object)GetDateOnly(ordinal);
        if (typeof(T) == typeof(Guid))
            return (T)(object)GetGuid(ordinal);
        return (T)Converted(ordinal, typeof(T));
    }

    /// <summary>Name, position, type and precision of each column.</summary>
    public override DataTable GetSchemaTable()
    {
        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add("DataTypeName", typeof(string));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add(SchemaTableColumn.NumericPrecision, typeof(int));
        table.Columns.Add(SchemaTableColumn.NumericScale, typeof(int));
        for (var i = 0; i < FieldCount; i++)
        {
            var type = Column(i).Type;
            var isDecimal = type.Id == DuckDbType.Decimal;
            table.Rows.Add(
                GetName(i), i, type.ClrType, type.SqlName, true,
                isDecimal ? type.Width : DBNull.Value, isDecimal ? type.Scale : DBNull.Value);
        }

        return table;
    }

    private int Row
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _row >= 0 && _row < _chunkRows
                ? _row
                : throw new InvalidOperationException("There is no current row; call Read and see that it is true.");
        }
    }

    private ColumnVector Column(int ordinal)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return ordinal >= 0 && ordinal < FieldCount
            ? _current!.Columns[ordinal]
            : throw new IndexOutOfRangeException($"Column {ordinal} was asked for; the result has {FieldCount}.");
    }

    private ColumnVector NotNull(int ordinal)
    {
        var column = Column(ordinal);
        return !column.IsNull(Row)
            ? column
            : throw new InvalidCastException($"Column '{column.Name}' is NULL in this row; ask IsDBNull first, or for a nullable type.");
    }

    private object Converted(int ordinal, Type wanted)
    {
        var column = NotNull(ordinal);
        var value = ColumnObject.NotNull(column, _row, wanted);
        return wanted.IsInstanceOfType(value)
            ? value
            : throw new InvalidCastException($"Column '{column.Name}' has a NULL among its elements; read it as an array of a nullable type.");
    }

    private static long Copy<T>(ReadOnlySpan<T> source, long offset, T[]? buffer, int bufferOffset, int length)
    {
        if (buffer is null)
            return source.Length;
        var start = (int)Math.Min(offset, source.Length);
        var count = Math.Min(length, source.Length - start);
        source.Slice(start, count).CopyTo(buffer.AsSpan(bufferOffset));
        return count;
    }
}
