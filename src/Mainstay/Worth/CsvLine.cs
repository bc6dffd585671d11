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
    private bool _begun;

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
        Separate(value.Length * 2 + 3);
        var guard = value.Length > 0 && "=+-@\t\r"u8.Contains(value[0]);
        if (value.IndexOfAny(",\"\r\n"u8) < 0)
        {
            if (guard)
                _bytes[_length++] = (byte)'\'';
            Copy(value);
            return;
        }

        _bytes[_length++] = (byte)'"';
        if (guard)
            _bytes[_length++] = (byte)'\'';
        foreach (var one in value)
        {
            if (one == '"')
                _bytes[_length++] = (byte)'"';
            _bytes[_length++] = one;
        }

        _bytes[_length++] = (byte)'"';
    }

    /// <summary>A word of our own, or nothing.</summary>
    public void Token(ReadOnlySpan<byte> value)
    {
        Separate(value.Length);
        Copy(value);
    }

    public void Integer(long? value)
    {
        Separate(LongestNumber);
        if (value is { } number)
            Digits(Whole(ref number, 1));
    }

    /// <summary>A number to six decimals, trailing zeros dropped.</summary>
    public void Number(double? value)
    {
        Separate(LongestNumber);
        if (value is not { } number || !double.IsFinite(number))
            return;
        if (Math.Abs(number) > LargestFast)
        {
            Slow((decimal)number);
            return;
        }

        // Half away from zero, as the cast drops what is left.
        Millionths((long)((number * Scale) + Math.CopySign(0.5, number)));
    }

    public void Money(decimal amount)
    {
        Separate(LongestNumber);
        if (!TryRound((double)amount))
            Slow(unit.Round(amount));
    }

    /// <summary>An estimate as money: rounded as <see cref="MinorUnit"/> rounds, halves included.</summary>
    public void Money(double? estimate)
    {
        Separate(LongestNumber);
        if (estimate is { } amount && !TryRound(amount) && unit.Round(amount) is { } rounded)
            Slow(rounded);
    }

    public void End()
    {
        Room(2);
        _bytes[_length++] = (byte)'\r';
        _bytes[_length++] = (byte)'\n';
        _begun = false;
    }

    public void Clear() => _length = 0;

    // Rounds as MinorUnit does, many times faster; false where the last digits of a double could decide a half.
    private bool TryRound(double amount)
    {
        var scaled = amount * _minorScale;
        var fraction = Math.Abs(scaled - Math.Truncate(scaled));
        if (!(Math.Abs(amount) <= LargestFast) || Math.Abs(fraction - 0.5) < 1e-6)
            return false;
        Minor((long)Math.Round(scaled));
        return true;
    }

    private void Separate(int room)
    {
        Room(room + 1);
        if (_begun)
            _bytes[_length++] = (byte)',';
        _begun = true;
    }

    private void Millionths(long scaled)
    {
        var whole = Whole(ref scaled, Scale);
        Digits(whole);
        var rest = (uint)((ulong)scaled - (whole * Scale));
        if (rest == 0)
            return;
        _bytes[_length++] = (byte)'.';
        Pair(rest / 10_000);
        Pair(rest / 100 % 100);
        Pair(rest % 100);
        while (_bytes[_length - 1] == '0')
            _length--;
    }

    private void Minor(long scaled)
    {
        if (unit.Decimals == 2)
        {
            var units = Whole(ref scaled, 100);
            Digits(units);
            _bytes[_length++] = (byte)'.';
            Pair((uint)((ulong)scaled - (units * 100)));
            return;
        }

        var whole = Whole(ref scaled, _minorScale);
        Digits(whole);
        if (unit.Decimals == 0)
            return;
        _bytes[_length++] = (byte)'.';
        Utf8Formatter.TryFormat(
            (ulong)scaled - (whole * _minorScale), _bytes.AsSpan(_length), out var written,
            new StandardFormat('D', (byte)unit.Decimals));
        _length += written;
    }

    // Inlined with a constant it divides without a division: this is where much of a large file's time goes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Whole(ref long scaled, uint scale)
    {
        if (scaled < 0)
        {
            _bytes[_length++] = (byte)'-';
            scaled = -scaled;
        }

        return (ulong)scaled / scale;
    }

    private void Digits(ulong value)
    {
        if (value >= 10_000)
        {
            Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
            _length += written;
            return;
        }

        var (high, low) = ((uint)value / 100, (uint)value % 100);
        if (high >= 10)
            Pair(high);
        else if (high > 0)
            _bytes[_length++] = (byte)('0' + high);
        if (high > 0 || low >= 10)
            Pair(low);
        else
            _bytes[_length++] = (byte)('0' + low);
    }

    /// <summary>A number from 0 to 99 as two digits.</summary>
    private void Pair(uint value)
    {
        var tens = value / 10;
        _bytes[_length] = (byte)('0' + tens);
        _bytes[_length + 1] = (byte)('0' + value - (tens * 10));
        _length += 2;
    }

    private void Slow(decimal value)
    {
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    private void Copy(ReadOnlySpan<byte> value)
    {
        value.CopyTo(_bytes.AsSpan(_length));
        _length += value.Length;
    }

    private void Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
    }
}
