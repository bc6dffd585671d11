using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Dates with the month as a word, in the languages of <see cref="HeaderAliases"/>: <c>03-Apr-2024</c>,
/// <c>Jan 3, 2024</c>, <c>Mi, 3. März 2024</c>.
/// </summary>
internal static class WrittenDate
{
    // The shortest beginnings that tell the months apart.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("jän", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fev", 2), ("fév", 2), ("mar", 3), ("mär", 3), ("mrt", 3),
        ("maa", 3), ("apr", 4), ("avr", 4), ("abr", 4), ("may", 5), ("mai", 5), ("mei", 5), ("mag", 5), ("jun", 6), ("juin", 6),
        ("giu", 6), ("jul", 7), ("juil", 7), ("lug", 7), ("aug", 8), ("aou", 8), ("aoû", 8), ("ago", 8), ("sep", 9), ("set", 9),
        ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12),
    ];

    /// <summary>Reads day, month word and year, or month word, day and year; a weekday before them is passed over.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Moment moment)
    {
        moment = default;
        var written = Encoding.UTF8.GetString(text);
        var at = 0;
        var (first, second, third) = (Token(written, ref at), Token(written, ref at), Token(written, ref at));
        if (IsWord(first) && (IsWord(second) || IsWord(third)))
            (first, second, third) = (second, third, Token(written, ref at));
        var (day, month) = IsWord(first) ? (second, first) : (first, second);
        if (third.Length is not (2 or 4) || day.Length is 0 or > 2 || IsWord(third) || IsWord(day))
            return false;
        var year = int.Parse(third, System.Globalization.CultureInfo.InvariantCulture);
        if (third.Length == 2)
            year += year < 70 ? 2000 : 1900;
        return DateText.TryDate(year, MonthOf(month), int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), out moment)
            && DateText.TryTime(Encoding.UTF8.GetBytes(written[at..]), ref moment);
    }

    /// <summary>The next run of digits or letters; Spanish "de" and English "th" say nothing and are passed over.</summary>
    private static string Token(string written, ref int at)
    {
        while (at < written.Length && written[at] is ' ' or '-' or '.' or ',' or '/')
            at++;
        var start = at;
        var isNumber = at < written.Length && char.IsAsciiDigit(written[at]);
        while (at < written.Length && (isNumber ? char.IsAsciiDigit(written[at]) : char.IsLetter(written[at])))
            at++;
        var token = written[start..at];
        if (isNumber && at + 1 < written.Length && written.AsSpan(at, 2) is "st" or "nd" or "rd" or "th")
            at += 2;
        return token is "de" or "of" ? Token(written, ref at) : token;
    }

    private static bool IsWord(string token) => token.Length > 0 && !char.IsAsciiDigit(token[0]);

    private static int MonthOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return Array.Find(Months, month => lower.StartsWith(month.Start, StringComparison.Ordinal)).Month;
    }
}
