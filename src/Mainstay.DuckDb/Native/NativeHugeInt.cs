using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_hugeint</c> and <c>duckdb_uhugeint</c>: 128 bits, low half first, aligned as two longs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeHugeInt(ulong Lower, ulong Upper)
{
    public static implicit operator NativeHugeInt(Int128 value) => new(unchecked((ulong)value), unchecked((ulong)(value >> 64)));

    public static implicit operator NativeHugeInt(UInt128 value) => new(unchecked((ulong)value), (ulong)(value >> 64));

    public static implicit operator Int128(NativeHugeInt value) => new(value.Upper, value.Lower);

    public static explicit operator UInt128(NativeHugeInt value) => new(value.Upper, value.Lower);
}
