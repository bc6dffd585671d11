namespace Mainstay.Ledger.Import;

/// <summary>
/// Reads calendar days and instants: ISO, <c>25/04/2024 8:26</c> in either order, <c>3 Apr 2024</c>, epochs. Years
/// run from 1900 to 2199; two digits mean 1970 to 2069.
/// </summary>
internal static class DateText
{
    private const long MicrosPerDay = 86_400_000_000;

    /// <summary>
    /// Reads a cell. With no <paramref name="order"/>, numbers that could be either are refused, so that nothing
    /// is ever guessed.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, DateOrder? order, out Moment moment)
    {
        moment = default;
        if (text.Length < 6 || text.Length > 64)
            return false;
        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
            return TryDate(Number(text[..4]), Number(text[5..7]), Number(text[8..]), out moment);
        var digits = LeadingDigits(text);
        return digits switch
        {
            4 => TryYearFirst(text, out moment),
            1 or 2 when TryLeadingPair(text, out _, out _, out _) => TryNumbers(text, order, out moment),
            0 or 1 or 2 => WrittenDate.TryParse(text, out moment),
            8 => TryDate(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), out moment) && TryTime(text[8..], ref moment),
            10 or 13 when text.Length == digits => TryEpoch(text, out moment),
            _ => false,
        };
    }

    /// <summary>The two leading numbers of <c>03/04/2024</c>, whose order the column has to tell; false for anything else.</summary>
    public static bool TryLeadingPair(ReadOnlySpan<byte> text, out int first, out int second, out byte separator)
    {
        (first, second, separator) = (0, 0, 0);
        var digits = LeadingDigits(text);
        if (digits is 0 or > 2 || digits + 3 >= text.Length || text[digits] is not ((byte)'/' or (byte)'.' or (byte)'-'))
            return false;
        separator = text[digits];
        var rest = text[(digits + 1)..];
        var more = LeadingDigits(rest);
        if (more is 0 or > 2 || more >= rest.Length || rest[more] != separator)
            return false;
        first = Number(text[..digits]);
        second = Number(rest[..more]);
        return true;
    }

    /// <summary>A real day of the calendar within the years accepted.</summary>
    public static bool TryDate(int year, int month, int day, out Moment moment)
    {
        moment = default;
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > 28 && day > DateTime.DaysInMonth(year, month))
            return false;
        moment = new Moment(DaysSince1970(year, month, day), 0, IsInstant: false);
        return true;
    }

    /// <summary>Reads what may follow a date: nothing, or a time with or without a zone.</summary>
    public static bool TryTime(ReadOnlySpan<byte> rest, ref Moment moment)
    {
        if (rest.Length == 0)
            return true;
        if (!ClockText.TryParse(rest, out var micros, out var offsetMicros))
            return false;
        if (offsetMicros is { } offset)
            moment = moment with { Micros = moment.Day * MicrosPerDay + micros - offset, IsInstant = true };
        return true;
    }

    /// <summary>The value of up to nine ASCII digits; negative when one of them is none.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var letter in digits)
        {
            var digit = unchecked((uint)(letter - (byte)'0'));
            if (digit > 9)
                return -1;
            value = value * 10 + (int)digit;
        }

        return value;
    }

    /// <summary>How many ASCII digits a text starts with.</summary>
    public static int LeadingDigits(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 ? text.Length : digits;
    }

    private static bool TryYearFirst(ReadOnlySpan<byte> text, out Moment moment)
    {
        moment = default;
        var rest = text[5..];
        var month = LeadingDigits(rest);
        if (text[4] is not ((byte)'-' or (byte)'/' or (byte)'.') || month is 0 or > 2 || month >= rest.Length || rest[month] != text[4])
            return false;
        var after = rest[(month + 1)..];
        var day = LeadingDigits(after);
        return day is 1 or 2
            && TryDate(Number(text[..4]), Number(rest[..month]), Number(after[..day]), out moment)
            && TryTime(after[day..], ref moment);
    }

    private static bool TryNumbers(ReadOnlySpan<byte> text, DateOrder? order, out Moment moment)
    {
        moment = default;
        if (!TryLeadingPair(text, out var first, out var second, out var separator))
            return false;
        var rest = text[(text.IndexOf(separator) + 1)..];
        rest = rest[(rest.IndexOf(separator) + 1)..];
        var digits = LeadingDigits(rest);
        if (digits is not (2 or 4))
            return false;
        var year = Number(rest[..digits]);
        if (digits == 2)
            year += year < 70 ? 2000 : 1900;
        var dayFirst = order switch
        {
            DateOrder.DayFirst => true,
            DateOrder.MonthFirst => false,
            _ => first > 12 || first == second,
        };
        if (order is null && first <= 12 && second <= 12 && first != second)
            return false;
        return (dayFirst ? TryDate(year, second, first, out moment) : TryDate(year, first, second, out moment))
            && TryTime(rest[digits..], ref moment);
    }

    /// <summary>Seconds or milliseconds since 1970; ten and thirteen digits put both between 2001 and 2286.</summary>
    private static bool TryEpoch(ReadOnlySpan<byte> text, out Moment moment)
    {
        var value = 0L;
        foreach (var digit in text)
            value = value * 10 + (digit - '0');
        var micros = text.Length == 10 ? value * 1_000_000 : value * 1_000;
        moment = new Moment((int)(micros / MicrosPerDay), micros, IsInstant: true);
        return micros > 0;
    }

    private static int DaysSince1970(int year, int month, int day)
    {
        // Days from the civil calendar, counting years from March so that the leap day comes last.
        var y = month <= 2 ? year - 1 : year;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
