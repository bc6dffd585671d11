using System.Text;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Columns;

/// <summary>One column of the current chunk: raw memory of the engine, read in place. Mutable: it moves from chunk to chunk.</summary>
internal sealed unsafe class ColumnVector(string name, ColumnType type)
{
    private readonly ColumnVector? _elements = type.Element is { } element ? new ColumnVector(name, element) : null;
    private byte* _data;
    private ulong* _validity;

    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    public ColumnVector Elements => _elements ?? throw new InvalidOperationException($"Column '{Name}' has no elements.");

    public void Attach(nint vector)
    {
        _data = NativeMethods.duckdb_vector_get_data(vector);
        _validity = NativeMethods.duckdb_vector_get_validity(vector);
        if (Type.Id == DuckDbType.List)
            _elements!.Attach(NativeMethods.duckdb_list_vector_get_child(vector));
        else if (Type.Id == DuckDbType.Array)
            _elements!.Attach(NativeMethods.duckdb_array_vector_get_child(vector));
    }

    public bool IsNull(int row) =>
        (_validity != null && (_validity[row >> 6] & (1UL << (row & 63))) == 0) || Type.Id == DuckDbType.SqlNull;

    /// <summary>Whether some row below <paramref name="rows"/> is NULL.</summary>
    public bool HasNulls(int rows)
    {
        if (Type.Id == DuckDbType.SqlNull)
            return rows > 0;
        if (_validity == null)
            return false;
        for (var row = 0; row < rows; row++)
        {
            if (IsNull(row))
                return true;
        }

        return false;
    }

    /// <summary>The stored value of <paramref name="row"/>; the caller has checked that T is what the vector stores.</summary>
    public T At<T>(int row)
        where T : unmanaged => ((T*)_data)[row];

    public ReadOnlySpan<T> Span<T>(int rows)
        where T : unmanaged => new(_data, rows);

    public ReadOnlySpan<byte> Bytes(int row) => NativeString.Bytes((NativeString*)_data + row);

    public string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    /// <summary>Where the elements of <paramref name="row"/> lie in <see cref="Elements"/>.</summary>
    public (int Start, int Length) ElementsOf(int row)
    {
        if (Type.Id == DuckDbType.Array)
            return (row * Type.ArrayLength, Type.ArrayLength);
        var entry = At<NativeListEntry>(row);
        return (checked((int)entry.Offset), checked((int)entry.Length));
    }
}
