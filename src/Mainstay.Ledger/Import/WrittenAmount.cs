using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>Numbers with the ornaments people and spreadsheets add: signs, currencies, grouping, brackets, exponents.</summary>
internal static class WrittenAmount
{
    private const int LongestText = 60;

    /// <summary>Reads <paramref name="text"/> with one decimal mark for the whole file; false when it is not a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool decimalComma, out long value, out string? currency)
    {
        value = 0;
        currency = null;
        if (text.Length is 0 or > LongestText)
            return false;
        var written = Encoding.UTF8.GetString(text).Trim();
        var negative = TakeSign(ref written);
        if (!TakeCurrency(ref written, out currency))
            return false;
        negative ^= TakeSign(ref written);
        var plain = Ungrouped(written, decimalComma);
        if (plain is null
            || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            || number > (decimal)AmountText.Largest / AmountText.Scale)
            return false;
        var scaled = (long)decimal.Round(number * AmountText.Scale, MidpointRounding.AwayFromZero);
        value = negative ? -scaled : scaled;
        return true;
    }

    private static bool TakeSign(ref string written)
    {
        if (written.Length == 0)
            return false;
        if (written[0] == '(' && written[^1] == ')')
        {
            written = written[1..^1].Trim();
            return true;
        }

        if (written[0] is '-' or '−' or '–')
        {
            written = written[1..].TrimStart();
            return true;
        }

        if (written[0] == '+')
            written = written[1..].TrimStart();
        else if (written[^1] is '-' or '−')
        {
            written = written[..^1].TrimEnd();
            return true;
        }

        return false;
    }

    /// <summary>Cuts a currency from either end; false when the letters there are no currency.</summary>
    private static bool TakeCurrency(ref string written, out string? currency)
    {
        currency = null;
        var start = 0;
        while (start < written.Length && (IsOrnament(written[start]) || EndsWord(written, start)))
            start++;
        var end = written.Length;
        while (end > start && IsOrnament(written[end - 1]))
            end--;
        var before = written[..start].Trim();
        var after = written[end..].Trim();
        written = written[start..end];
        return written.Length > 0 && CurrencyCode.TryReadBeside(before, ref currency)
            && CurrencyCode.TryReadBeside(after, ref currency);
    }

    /// <summary>The point of an abbreviation, as in <c>kr. 12</c>.</summary>
    private static bool EndsWord(string written, int at) =>
        written[at] == '.' && at > 0 && char.IsLetter(written[at - 1]) && at + 1 < written.Length && char.IsWhiteSpace(written[at + 1]);

    private static bool IsOrnament(char letter) =>
        char.IsLetter(letter) || char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;

    /// <summary>Invariant digits, or null when grouping and decimal mark do not add up.</summary>
    private static string? Ungrouped(string written, bool decimalComma)
    {
        var mark = decimalComma ? ',' : '.';
        var exponent = written.IndexOfAny(['e', 'E']);
        var point = written.IndexOf(mark, StringComparison.Ordinal);
        var whole = point >= 0 ? written[..point] : exponent >= 0 ? written[..exponent] : written;
        var rest = written[whole.Length..];
        if (whole.Length > 0 && !TryJoinGroups(ref whole, decimalComma ? '.' : ','))
            return null;
        return rest.Length > 0 && rest[0] == mark ? $"{whole}.{rest[1..]}" : whole + rest;
    }

    /// <summary>Groups of three, or of two before the last three as in India; the separator is one and the same.</summary>
    private static bool TryJoinGroups(ref string whole, char usual)
    {
        var separator = whole.FirstOrDefault(letter => !char.IsAsciiDigit(letter));
        if (separator == default)
            return true;
        if (separator != usual && separator is not (' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’'))
            return false;
        var groups = whole.Split(separator);
        var isGrouped = groups[0].Length is > 0 and <= 3 && groups[^1].Length == 3
            && groups.All(group => group.All(char.IsAsciiDigit)) && groups[1..^1].All(group => group.Length is 2 or 3);
        whole = string.Concat(groups);
        return isGrouped;
    }
}
