using System.Collections.Concurrent;
using System.Text;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>ISO 4217 codes in use, and how a currency may be written beside an amount.</summary>
internal static class CurrencyCode
{
    // Currencies the euro replaced, which old files still name.
    private static readonly HashSet<string> Former = new(["DEM", "FRF", "ITL", "NLG", "ATS", "BEF", "ESP", "HRK"], StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, byte[]> InUtf8 = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Signs = new(
        ["€", "£", "$", "¥", "₹", "₩", "₽", "₺", "₴", "₪", "₫", "฿", "₦", "US$", "CA$", "A$", "C$", "NZ$", "HK$", "R$", "S$",
            "KR", "ZŁ", "KČ", "FT", "LEI", "ЛВ", "FR", "RS", "R"],
        StringComparer.Ordinal);

    /// <summary>The code, in capitals, or null when it is none.</summary>
    public static string? Find(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return Currencies.IsKnown(code) || Former.Contains(code) ? code : null;
    }

    /// <summary>The code's letters in UTF-8; there are few codes and many rows.</summary>
    public static ReadOnlySpan<byte> Utf8(string code) => InUtf8.GetOrAdd(code, Encoding.UTF8.GetBytes);

    /// <summary>Ten-thousandths in the currency's smallest coin.</summary>
    public static long SmallestCoin(string? code) =>
        Currencies.MinorUnits(code ?? Currencies.None) switch { 0 => 10_000, 1 => 1_000, 2 => 100, 3 => 10, _ => 1 };

    /// <summary>
    /// Accepts what may stand beside an amount. Signs that name one currency set <paramref name="code"/>; a dollar
    /// or a crown may be anybody's and leaves it as it was.
    /// </summary>
    public static bool TryReadBeside(string written, ref string? code)
    {
        var sign = written.TrimEnd('.').ToUpperInvariant();
        if (sign.Length == 0)
            return true;
        var named = sign switch { "€" => "EUR", "£" => "GBP", _ => Find(sign) };
        code = named ?? code;
        return named is not null || Signs.Contains(sign);
    }
}
