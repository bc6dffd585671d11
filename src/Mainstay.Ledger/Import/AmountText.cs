namespace Mainstay.Ledger.Import;

/// <summary>
/// Reads numbers as machines and people write them — <c>1234.5</c>, <c>1.234,50 €</c>, <c>(50.00)</c>,
/// <c>USD 12</c>, <c>12,00-</c> — into whole ten-thousandths, the four decimals money is kept with.
/// </summary>
internal static class AmountText
{
    /// <summary>Ten-thousandths in one.</summary>
    public const long Scale = 10_000;

    /// <summary>Largest magnitude kept: 14 digits before the point.</summary>
    public const long Largest = 999_999_999_999_999_999;

    private static ReadOnlySpan<long> ScaleOf => [10_000, 1_000, 100, 10, 1];

    /// <summary>
    /// Reads a plain number by machine rules, and hands anything else to <see cref="WrittenAmount"/>.
    /// <paramref name="currency"/> is the ISO code written beside the number, else null.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool decimalComma, out long value, out string? currency)
    {
        currency = null;
        return TryParsePlain(text, decimalComma ? (byte)',' : (byte)'.', out value)
            || WrittenAmount.TryParse(text, decimalComma, out value, out currency);
    }

    /// <summary>Digits with at most one decimal mark and a leading minus; false for anything else.</summary>
    public static bool TryParsePlain(ReadOnlySpan<byte> text, byte decimalMark, out long value)
    {
        value = 0;
        var at = 0;
        if (text.Length > 0 && text[0] == '-')
            at = 1;
        if (text.Length - at is 0 or > 14)
            return false;
        var negative = at == 1;
        var decimals = -1;
        var total = 0L;
        for (; at < text.Length; at++)
        {
            var digit = unchecked((uint)(text[at] - (byte)'0'));
            if (digit <= 9)
            {
                if (decimals == 4)
                    return false;
                total = unchecked(total * 10 + digit);
                if (decimals >= 0)
                    decimals++;
            }
            else if (text[at] == decimalMark && decimals < 0)
                decimals = 0;
            else
                return false;
        }

        if (decimals >= 0 && text.Length == (negative ? 2 : 1))
            return false;
        total *= ScaleOf[Math.Max(decimals, 0)];
        value = negative ? -total : total;
        return total <= Largest;
    }
}
