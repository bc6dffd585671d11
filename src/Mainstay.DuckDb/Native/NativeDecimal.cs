using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_decimal</c>: an integer and where its point stands.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeDecimal(byte Width, byte Scale, NativeHugeInt Value);
