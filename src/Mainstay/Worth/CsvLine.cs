using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mainstay.Worth;

/// <summary>
/// Lines of CSV as bytes, without a string in between. Numbers carry at most six decimals, money those of its minor
/// unit. Mutable: it grows until <see cref="Clear"/>.
/// </summary>
internal sealed class CsvLine(MinorUnit unit)
{
    // Longest number written: a sign, 29 digits, a point.
    private const int LongestNumber = 40;
    private const uint Scale = 1_000_000;

    // Above this a double times the scale has no exact integer; rare enough for the slow way.
    private const double LargestFast = 1e9;

    private readonly uint _minorScale = (uint)Math.Pow(10, unit.Decimals);
    private byte[] _bytes = new byte[1 << 19];
    private int _length;

    /// <summary>What has been written since <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Header(string header)
    {
        Token(Encoding.UTF8.GetBytes(header));
        End();
    }

    /// <summary>A text from data: quoted where it must be, and kept from being read as a formula.</summary>
    public void Text(ReadOnlySpan<byte> value)
    {
        var to = Begin((value.Length * 2) + 3);
        var at = 0;
        var guard = value.Length > 0 && "=+-@\t\r"u8.Contains(value[0]);
        var quoted = value.IndexOfAny(",\"\r\n"u8) >= 0;
        if (quoted)
            to[at++] = (byte)'"';
        if (guard)
            to[at++] = (byte)'\'';
        if (quoted)
        {
            foreach (var one in value)
            {
                if (one == '"')
                    to[at++] = (byte)'"';
                to[at++] = one;
            }

            to[at++] = (byte)'"';
        }
        else
        {
            value.CopyTo(to[at..]);
            at += value.Length;
        }

        Part(to, at);
    }

    /// <summary>A word of our own, or nothing.</summary>
    public void Token(ReadOnlySpan<byte> value)
    {
        var to = Begin(value.Length);
        value.CopyTo(to);
        Part(to, value.Length);
    }

    public void Integer(long? value)
    {
        var to = Begin(LongestNumber);
        Part(to, value is { } number ? Signed(to, number, 1, out _) : 0);
    }

    /// <summary>A number to six decimals, trailing zeros dropped.</summary>
    public void Number(double? value)
    {
        var to = Begin(LongestNumber);
        var number = value ?? double.NaN;
        if (Math.Abs(number) <= LargestFast)
        {
            // Half away from zero, as the cast drops what is left.
            Part(to, Millionths(to, (long)((number * Scale) + (number < 0 ? -0.5 : 0.5))));
            return;
        }

        Part(to, double.IsFinite(number) ? Slow(to, (decimal)number) : 0);
    }

    public void Money(decimal amount)
    {
        var to = Begin(LongestNumber);
        Part(to, TryRound((double)amount, out var scaled) ? Minor(to, scaled) : Slow(to, unit.Round(amount)));
    }

    /// <summary>An estimate as money: rounded as <see cref="MinorUnit"/> rounds, halves included.</summary>
    public void Money(double? estimate)
    {
        var to = Begin(LongestNumber);
        if (TryRound(estimate ?? double.NaN, out var scaled))
            Part(to, Minor(to, scaled));
        else
            Part(to, unit.Round(estimate) is { } rounded ? Slow(to, rounded) : 0);
    }

    public void End()
    {
        Room(1);
        _bytes[_length - 1] = (byte)'\r';
        _bytes[_length++] = (byte)'\n';
    }

    public void Clear() => _length = 0;

    // Rounds as MinorUnit does, many times faster; false where the last digits of a double could decide a half.
    private bool TryRound(double amount, out long scaled)
    {
        var exact = amount * _minorScale;
        var fraction = Math.Abs(exact - Math.Truncate(exact));
        var fits = Math.Abs(amount) <= LargestFast && Math.Abs(fraction - 0.5) >= 1e-6;
        scaled = fits ? (long)Math.Round(exact) : 0;
        return fits;
    }

    /// <summary>Where the next field goes.</summary>
    private Span<byte> Begin(int room)
    {
        Room(room + 1);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Takes what was written of a field, and parts it from the next.</summary>
    private void Part(Span<byte> field, int length)
    {
        field[length] = (byte)',';
        _length += length + 1;
    }

    private static int Millionths(Span<byte> to, long scaled)
    {
        var at = Signed(to, scaled, Scale, out var rest);
        if (rest == 0)
            return at;
        to[at] = (byte)'.';
        Pair(to[(at + 1)..], rest / 10_000);
        Pair(to[(at + 3)..], rest / 100 % 100);
        Pair(to[(at + 5)..], rest % 100);
        for (at += 7; to[at - 1] == '0';)
            at--;
        return at;
    }

    private int Minor(Span<byte> to, long scaled)
    {
        if (unit.Decimals == 2)
        {
            var point = Signed(to, scaled, 100, out var cents);
            to[point] = (byte)'.';
            Pair(to[(point + 1)..], cents);
            return point + 3;
        }

        var at = Signed(to, scaled, _minorScale, out var rest);
        if (unit.Decimals == 0)
            return at;
        to[at] = (byte)'.';
        Utf8Formatter.TryFormat(rest, to[(at + 1)..], out var written, new StandardFormat('D', (byte)unit.Decimals));
        return at + 1 + written;
    }

    // Inlined with a constant it divides without a division: this is where much of a large file's time goes.
    /// <summary>The whole part of a scaled number, with its sign; what is left is below the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Signed(Span<byte> to, long scaled, uint scale, out uint rest)
    {
        var magnitude = (ulong)(scaled < 0 ? -scaled : scaled);
        var whole = magnitude / scale;
        rest = (uint)(magnitude - (whole * scale));
        if (scaled >= 0)
            return Digits(to, whole);
        to[0] = (byte)'-';
        return 1 + Digits(to[1..], whole);
    }

    private static int Digits(Span<byte> to, ulong value)
    {
        switch (value)
        {
            case < 10:
                to[0] = (byte)('0' + value);
                return 1;
            case < 100:
                Pair(to, (uint)value);
                return 2;
            case < 1_000:
                to[0] = (byte)('0' + ((uint)value / 100));
                Pair(to[1..], (uint)value % 100);
                return 3;
            case < 10_000:
                Pair(to, (uint)value / 100);
                Pair(to[2..], (uint)value % 100);
                return 4;
            default:
                Utf8Formatter.TryFormat(value, to, out var written);
                return written;
        }
    }

    /// <summary>A number from 0 to 99 as two digits.</summary>
    private static void Pair(Span<byte> to, uint value)
    {
        var tens = value / 10;
        to[1] = (byte)('0' + value - (tens * 10));
        to[0] = (byte)('0' + tens);
    }

    private static int Slow(Span<byte> to, decimal value)
    {
        Utf8Formatter.TryFormat(value, to, out var written);
        return written;
    }

    private void Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
            Grow(bytes);
    }

    private void Grow(int bytes) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
}
