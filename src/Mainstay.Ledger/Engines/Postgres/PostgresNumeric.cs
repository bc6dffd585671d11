using System.Buffers.Binary;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>
/// NUMERIC as PostgreSQL sends it: a header of four 16-bit words (digits, weight, sign, display scale), then digits to
/// base 10,000, most significant first (numeric.c, numeric_recv).
/// </summary>
internal static class PostgresNumeric
{
    /// <summary>Bytes that the longest decimal takes.</summary>
    public const int Longest = Header + (MostDigits * sizeof(short));

    private const int Header = 4 * sizeof(short);
    private const int MostDigits = 16;
    private const int Base = 10_000;
    private const int DigitsPerGroup = 4;
    private const short Negative = 0x4000;
    private static readonly int[] s_alignments = [1, 1_000, 100, 10];

    /// <summary>Writes <paramref name="value"/>; returns the bytes it took.</summary>
    public static int Write(decimal value, Span<byte> destination)
    {
        var scale = value.Scale;
        Span<short> groups = stackalloc short[MostDigits];
        var count = Groups(decimal.Abs(value), scale, groups);
        var fraction = (scale + DigitsPerGroup - 1) / DigitsPerGroup;
        var first = 0;
        while (first < count && groups[first] == 0)
            first++;

        var kept = count - first;
        BinaryPrimitives.WriteInt16BigEndian(destination, (short)kept);
        BinaryPrimitives.WriteInt16BigEndian(destination[2..], (short)(kept == 0 ? 0 : count - 1 - fraction));
        BinaryPrimitives.WriteInt16BigEndian(destination[4..], kept > 0 && value < 0 ? Negative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(destination[6..], scale);
        for (var i = 0; i < kept; i++)
            BinaryPrimitives.WriteInt16BigEndian(destination[(Header + (i * sizeof(short)))..], groups[count - 1 - i]);
        return Header + (kept * sizeof(short));
    }

    // Least significant first. The last group of the fraction is filled up with zeros, as if the scale were a multiple of 4.
    private static int Groups(decimal value, byte scale, Span<short> groups)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var (low, middle, high) = unchecked(((uint)bits[0], (uint)bits[1], (uint)bits[2]));   // bit patterns, no numbers
        var unscaled = new UInt128(high, ((ulong)middle << 32) | low) * (uint)s_alignments[scale % DigitsPerGroup];
        var count = 0;
        while (unscaled > ulong.MaxValue)
        {
            (unscaled, var rest) = UInt128.DivRem(unscaled, Base);
            groups[count++] = (short)rest;
        }

        for (var small = (ulong)unscaled; small > 0; small /= Base)
            groups[count++] = (short)(small % Base);
        return count;
    }
}
