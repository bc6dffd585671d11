using System.Buffers.Text;
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
    private const int Decimals = 6;
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
            Digits(number);
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

        Fixed((long)Math.Round(number * Scale, MidpointRounding.AwayFromZero), Scale, Decimals, trimmed: true);
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
        Fixed((long)Math.Round(scaled), _minorScale, unit.Decimals, trimmed: false);
        return true;
    }

    private void Separate(int room)
    {
        Room(room + 1);
        if (_begun)
            _bytes[_length++] = (byte)',';
        _begun = true;
    }

    // Divides by constants and in 32 bits where it can: this is where most of a large file's time goes.
    private void Fixed(long scaled, uint scale, int decimals, bool trimmed)
    {
        if (scaled < 0)
        {
            _bytes[_length++] = (byte)'-';
            scaled = -scaled;
        }

        var whole = (ulong)scaled / scale;
        var rest = (uint)((ulong)scaled - (whole * scale));
        Digits((long)whole);
        if (decimals == 0 || (trimmed && rest == 0))
            return;
        _bytes[_length++] = (byte)'.';
        var digits = _bytes.AsSpan(_length, decimals);
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var tenth = rest / 10;
            digits[i] = (byte)('0' + (rest - (tenth * 10)));
            rest = tenth;
        }

        _length += trimmed ? digits.LastIndexOfAnyExcept((byte)'0') + 1 : decimals;
    }

    private void Digits(long value)
    {
        if (value is >= 0 and < 10)
        {
            _bytes[_length++] = (byte)('0' + value);
            return;
        }

        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
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
