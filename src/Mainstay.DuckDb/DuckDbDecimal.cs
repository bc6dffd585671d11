using System.Globalization;
using System.Runtime.InteropServices;
using Mainstay.DuckDb.Columns;

namespace Mainstay.DuckDb;

/// <summary>
/// A DECIMAL of up to 38 digits, exactly: <see cref="Unscaled"/> × 10^-<see cref="Scale"/>. For the values a
/// <see cref="decimal"/> (28 digits) cannot hold.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DuckDbDecimal(Int128 Unscaled, byte Scale)
{
    /// <summary>The same value, digit for digit.</summary>
    public static DuckDbDecimal FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new Int128(unchecked((uint)bits[2]), ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]));
        return new DuckDbDecimal(bits[3] < 0 ? -magnitude : magnitude, value.Scale);
    }

    /// <summary>The value as a <see cref="decimal"/>, trailing zeros dropped where that makes it fit.</summary>
    /// <exception cref="OverflowException">It has more digits than a <see cref="decimal"/> holds.</exception>
    public decimal ToDecimal()
    {
        var (unscaled, scale) = (Unscaled, (int)Scale);
        while ((scale > 28 || Int128.Abs(unscaled) > DecimalDigits.LargestDecimal) && scale > 0 && unscaled % 10 == 0)
            (unscaled, scale) = (unscaled / 10, scale - 1);
        var magnitude = Int128.Abs(unscaled);
        if (scale > 28 || magnitude > DecimalDigits.LargestDecimal)
            throw new OverflowException(
                $"{this} has more digits than a decimal holds (28); read it as DuckDbDecimal or string, or cast it to DOUBLE in the query.");
        var lower = unchecked((ulong)magnitude);
        return new decimal(
            unchecked((int)lower), unchecked((int)(lower >> 32)), unchecked((int)(uint)(magnitude >> 64)),
            isNegative: unscaled < 0, (byte)scale);
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble()
    {
        // Two doubles that are exact divide to the nearest one; longer numbers go by their digits.
        const long exactIntegers = 1L << 53;
        const int exactPowers = 22;
        return Scale <= exactPowers && Int128.Abs(Unscaled) <= exactIntegers
            ? (long)Unscaled / (double)DecimalDigits.PowerOfTen(Scale)
            : double.Parse(ToString(), CultureInfo.InvariantCulture);
    }

    /// <summary>The value in digits, with as many decimals as its scale.</summary>
    public override string ToString()
    {
        var digits = Int128.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var text = Scale == 0 ? digits : $"{digits[..^Scale]}.{digits[^Scale..]}";
        return Unscaled < 0 ? "-" + text : text;
    }

    /// <summary>The unscaled integer of this value at another scale.</summary>
    internal Int128 UnscaledAt(int scale, int width)
    {
        if (Scale > scale)
        {
            var (quotient, remainder) = Int128.DivRem(Unscaled, DecimalDigits.PowerOfTen(Scale - scale));
            return remainder == 0
                ? new DuckDbDecimal(quotient, (byte)scale).UnscaledAt(scale, width)
                : throw new InvalidCastException(
                    $"{this} has more than {scale} decimals; round it before it is stored as DECIMAL({width},{scale}).");
        }

        var added = scale - Scale;
        return Int128.Abs(Unscaled) < DecimalDigits.PowerOfTen(width - added)
            ? unchecked(Unscaled * DecimalDigits.PowerOfTen(added))
            : throw new OverflowException($"{this} does not fit DECIMAL({width},{scale}).");
    }
}
