using System.Globalization;
using System.Text.RegularExpressions;

namespace Mainstay.Cli.Modelling;

/// <summary>A number of a file, in the way the file writes numbers.</summary>
internal static partial class WrittenNumber
{
    /// <summary>
    /// The number, if it is finite and 0 or more. A mark that is not the decimal one may group thousands, and nothing
    /// else: 1,234.5 is read, 1,2 is not where the point is the decimal mark.
    /// </summary>
    public static double? Parse(string text, bool decimalComma)
    {
        var (mark, group) = decimalComma ? (',', '.') : ('.', ',');
        var whole = text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
        if (text.Contains(group, StringComparison.Ordinal) && !Thousands().IsMatch(whole))
            return null;
        var plain = text.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(mark, '.');
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && double.IsFinite(number) ? number : null;
    }

    /// <summary>The same with a minus sign where there is one.</summary>
    public static double? Signed(string text, bool decimalComma) => text.StartsWith('-')
        ? -Parse(text[1..], decimalComma)
        : Parse(text, decimalComma);

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();
}
