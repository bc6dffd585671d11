using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// Minutes by drivers as people write them, in one spelling: terms joined by + or −, each a number, or a number times
/// one driver or several. Drivers are lower case words.
/// </summary>
internal static class EquationText
{
    /// <summary><c>0,5 + 6.5 Special − 2*air</c> becomes <c>0.5 + 6.5*special - 2*air</c>; false for anything else.</summary>
    public static bool TryRead(string text, bool decimalComma, out string equation)
    {
        var written = new StringBuilder();
        equation = "";
        var at = 0;
        while (at < text.Length)
        {
            var sign = TakeSign(text, ref at);
            if (sign is null && written.Length > 0)
                return false;
            if (TakeTerm(text, ref at, decimalComma) is not { } term)
                return false;
            written.Append((written.Length, sign) switch
            {
                (0, '-') => "-",
                (0, _) => "",
                (_, '-') => " - ",
                _ => " + ",
            }).Append(term);
            SkipSpaces(text, ref at);
        }

        equation = written.ToString();
        return equation.Length > 0;
    }

    /// <summary>A driver's name as it stands in equations and beside counts: <c>Special handling</c> is <c>special_handling</c>.</summary>
    public static string DriverName(string header)
    {
        var name = new StringBuilder(header.Length);
        foreach (var letter in header.Trim())
        {
            if (char.IsLetterOrDigit(letter))
                name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '_')
                name.Append('_');
        }

        return name.ToString().TrimEnd('_');
    }

    private static char? TakeSign(string text, ref int at)
    {
        SkipSpaces(text, ref at);
        if (at >= text.Length || text[at] is not ('+' or '-' or '−' or '–'))
            return null;
        var sign = text[at++] == '+' ? '+' : '-';
        SkipSpaces(text, ref at);
        return sign;
    }

    /// <summary>Factors joined by *, numbers before drivers or behind them; a number may stand beside a driver.</summary>
    private static string? TakeTerm(string text, ref int at, bool decimalComma)
    {
        var number = 1m;
        var drivers = new List<string>();
        var isNumber = false;
        do
        {
            SkipSpaces(text, ref at);
            if (TakeNumber(text, ref at, decimalComma) is { } factor)
                (number, isNumber) = (number * factor, true);
            else if (TakeDriver(text, ref at) is { } driver)
                drivers.Add(driver);
            else
                return null;
            SkipSpaces(text, ref at);
            if (isNumber && drivers.Count == 0 && TakeDriver(text, ref at) is { } beside)
                drivers.Add(beside);
            SkipSpaces(text, ref at);
        }
        while (TakeTimes(text, ref at));
        return string.Join('*', drivers.Prepend(number.ToString("0.############", CultureInfo.InvariantCulture)));
    }

    private static bool TakeTimes(string text, ref int at)
    {
        if (at >= text.Length || text[at] is not ('*' or '×' or '·'))
            return false;
        at++;
        return true;
    }

    private static decimal? TakeNumber(string text, ref int at, bool decimalComma)
    {
        const int Longest = 12;
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || (decimalComma && text[at] == ',')))
            at++;
        return at - start <= Longest && decimal.TryParse(text[start..at].Replace(',', '.'),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string? TakeDriver(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (at > start && (char.IsDigit(text[at]) || text[at] == '_'))))
            at++;
        return at > start ? text[start..at].ToLowerInvariant() : null;
    }

    private static void SkipSpaces(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
