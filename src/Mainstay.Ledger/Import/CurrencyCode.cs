namespace Mainstay.Ledger.Import;

/// <summary>ISO 4217 codes in use, and how a currency may be written beside an amount.</summary>
internal static class CurrencyCode
{
    private static readonly HashSet<string> Codes = new(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
        MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
        RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
        UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL XXX HRK DEM FRF ITL NLG
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> WithoutMinorUnit = new(
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Signs = new(
        ["€", "£", "$", "¥", "₹", "₩", "₽", "₺", "₴", "₪", "₫", "฿", "₦", "US$", "CA$", "A$", "C$", "NZ$", "HK$", "R$", "S$",
            "KR", "ZŁ", "KČ", "FT", "LEI", "ЛВ", "FR", "RS", "R"],
        StringComparer.Ordinal);

    /// <summary>The code, in capitals, or null when it is none.</summary>
    public static string? Find(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return Codes.Contains(code) ? code : null;
    }

    /// <summary>Ten-thousandths in the currency's smallest coin.</summary>
    public static long SmallestCoin(string? code) =>
        code is not null && WithoutMinorUnit.Contains(code) ? AmountText.Scale : AmountText.Scale / 100;

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
