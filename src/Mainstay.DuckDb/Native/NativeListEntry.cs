using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_list_entry</c>: where a row's elements lie in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeListEntry(ulong Offset, ulong Length);
