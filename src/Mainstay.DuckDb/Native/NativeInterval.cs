using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_interval</c>: three parts that do not convert into one another.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeInterval(int Months, int Days, long Microseconds);
