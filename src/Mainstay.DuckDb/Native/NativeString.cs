using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_string_t</c>: up to 12 bytes in place, longer ones behind a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeString
{
    private const int InPlace = 12;

    [FieldOffset(0)]
    private readonly uint _length;

    [FieldOffset(4)]
    private readonly byte _firstInPlace;

    [FieldOffset(8)]
    private readonly byte* _pointer;

    /// <summary>The bytes of the string at <paramref name="text"/>, valid while its chunk is.</summary>
    public static ReadOnlySpan<byte> Bytes(NativeString* text)
    {
        var length = checked((int)text->_length);
        return new ReadOnlySpan<byte>(length <= InPlace ? &text->_firstInPlace : text->_pointer, length);
    }

    /// <summary>Writes a short string where it stands, the rest of its place zero as the engine's comparisons expect.</summary>
    public static bool TryWriteInPlace(NativeString* text, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > InPlace)
            return false;
        var place = new Span<byte>(text, sizeof(NativeString));
        place.Clear();
        BitConverter.TryWriteBytes(place, bytes.Length);
        bytes.CopyTo(place[sizeof(uint)..]);
        return true;
    }
}
