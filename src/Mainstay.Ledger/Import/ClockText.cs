namespace Mainstay.Ledger.Import;

/// <summary>Reads the time after a date: <c>T09:50:26.123Z</c>, <c> 8:26 PM</c>, <c> 09:50:26 +0200</c>.</summary>
internal static class ClockText
{
    private const long MicrosPerSecond = 1_000_000;

    /// <summary>Microseconds since midnight, and the offset from UTC when one is written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long micros, out long? offsetMicros)
    {
        micros = 0;
        offsetMicros = null;
        if (text.StartsWith(","u8))
            text = text[1..];
        text = text.TrimStart((byte)' ');
        if (text.StartsWith("T"u8) || text.StartsWith("t"u8))
            text = text[1..];
        if (text.Length == 0)
            return true;
        if (!TryTake(ref text, (byte)':', isLast: false, out var hour) || !TryTake(ref text, (byte)':', isLast: true, out var minute))
            return TryOffset(text, out offsetMicros);
        var second = 0;
        if (text.StartsWith(":"u8))
        {
            text = text[1..];
            if (!TryTake(ref text, 0, isLast: true, out second))
                return false;
        }

        var fraction = Fraction(ref text);
        text = text.Trim((byte)' ');
        if (!TryHalfDay(ref text, ref hour) || hour > 24 || minute > 59 || second > 60)
            return false;
        micros = (hour * 3600L + minute * 60L + second) * MicrosPerSecond + fraction;
        return TryOffset(text, out offsetMicros);
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, byte mark, bool isLast, out int number)
    {
        var digits = DateText.LeadingDigits(text);
        number = digits is 1 or 2 ? DateText.Number(text[..digits]) : -1;
        if (number < 0 || !isLast && (digits >= text.Length || text[digits] != mark))
            return false;
        text = text[(isLast ? digits : digits + 1)..];
        return true;
    }

    private static long Fraction(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)text[1]))
            return 0;
        text = text[1..];
        var digits = DateText.LeadingDigits(text);
        var micros = 0L;
        for (var at = 0; at < 6; at++)
            micros = micros * 10 + (at < digits ? text[at] - '0' : 0);
        text = text[digits..];
        return micros;
    }

    private static bool TryHalfDay(ref ReadOnlySpan<byte> text, ref int hour)
    {
        var word = text[..Math.Min(text.Length, 4)];
        var afternoon = Cell.Is(word[..Math.Min(word.Length, 2)], "pm"u8) || Cell.Is(word, "p.m."u8);
        var morning = Cell.Is(word[..Math.Min(word.Length, 2)], "am"u8) || Cell.Is(word, "a.m."u8);
        if (!afternoon && !morning)
            return true;
        if (hour is < 1 or > 12)
            return false;
        hour = hour % 12 + (afternoon ? 12 : 0);
        text = text[(word.Length == 4 && word[1] == '.' ? 4 : 2)..].TrimStart((byte)' ');
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long? offsetMicros)
    {
        offsetMicros = null;
        if (text.Length == 0)
            return true;
        if (Cell.Is(text, "z"u8) || Cell.Is(text, "utc"u8) || Cell.Is(text, "gmt"u8))
        {
            offsetMicros = 0;
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-'))
            return false;
        var negative = text[0] == '-';
        text = text[1..];
        var digits = DateText.LeadingDigits(text);
        var (hours, minutes) = digits switch
        {
            4 when text.Length == 4 => (DateText.Number(text[..2]), DateText.Number(text[2..])),
            1 or 2 when text.Length == digits => (DateText.Number(text), 0),
            1 or 2 when text.Length == digits + 3 && text[digits] == ':' =>
                (DateText.Number(text[..digits]), DateText.Number(text[(digits + 1)..])),
            _ => (-1, -1),
        };
        if (hours is < 0 or > 18 || minutes is < 0 or > 59)
            return false;
        offsetMicros = (negative ? -1 : 1) * (hours * 3600L + minutes * 60L) * MicrosPerSecond;
        return true;
    }
}
