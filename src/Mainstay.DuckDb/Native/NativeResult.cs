using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_result</c>: five fields the engine no longer uses and one it does.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeResult(
    ulong ColumnCount, ulong RowCount, ulong RowsChanged, nint Columns, nint ErrorMessage, nint Data);
