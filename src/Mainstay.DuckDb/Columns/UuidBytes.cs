using System.Buffers.Binary;

namespace Mainstay.DuckDb.Columns;

/// <summary>The engine stores a UUID as a 128-bit number whose top bit is flipped, so that signed order is text order.</summary>
internal static class UuidBytes
{
    private static readonly Int128 TopBit = Int128.MinValue;

    public static Int128 ToStored(Guid value) => unchecked((Int128)ToNumber(value)) ^ TopBit;

    public static Guid FromStored(Int128 stored)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt128BigEndian(bytes, stored ^ TopBit);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The plain number, as a parameter carries it.</summary>
    public static UInt128 ToNumber(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
