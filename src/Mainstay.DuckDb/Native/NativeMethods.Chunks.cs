using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary>Data chunks and their vectors.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial DataChunkHandle duckdb_create_data_chunk(
        [In] nint[] types, ulong columnCount);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    internal static partial nint duckdb_data_chunk_get_vector(DataChunkHandle chunk, ulong column);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_data_chunk_get_size(DataChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_set_size(DataChunkHandle chunk, ulong size);

    [LibraryImport(Library)]
    internal static unsafe partial byte* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    internal static unsafe partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_ensure_validity_writable(nint vector);

    [LibraryImport(Library)]
    internal static unsafe partial void duckdb_unsafe_vector_assign_string_element_len(
        nint vector, ulong index, byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial nint duckdb_list_vector_get_child(nint vector);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_list_vector_set_size(nint vector, ulong size);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_list_vector_reserve(nint vector, ulong capacity);

    [LibraryImport(Library)]
    internal static partial nint duckdb_array_vector_get_child(nint vector);
}
