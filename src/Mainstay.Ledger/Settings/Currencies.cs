namespace Mainstay.Ledger.Settings;

/// <summary>ISO 4217: the codes in use and how many decimals each currency's smallest coin needs.</summary>
public static class Currencies
{
    /// <summary>The code of "no currency": a ledger's until somebody says otherwise.</summary>
    public const string None = "XXX";

    private const string ZeroDecimals =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoDecimals =
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
        CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
        HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR
        MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK
        SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD
        XCG XXX YER ZAR ZMW ZWG
        """;

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourDecimals = "CLF UYW";

    private static readonly Dictionary<string, int> Decimals = new[]
    {
        (ZeroDecimals, 0), (TwoDecimals, 2), (ThreeDecimals, 3), (FourDecimals, 4),
    }
    .SelectMany(group => group.Item1.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(code => (Code: code, Decimals: group.Item2)))
    .ToDictionary(pair => pair.Code, pair => pair.Decimals, StringComparer.Ordinal);

    /// <summary>Every code, ordinally.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Decimals.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether ISO 4217 knows the code, in capitals.</summary>
    public static bool IsKnown(string code) => Decimals.ContainsKey(code);

    /// <summary>Decimals of the currency's minor unit: 0 for JPY, 3 for KWD; 2 for a code we do not know.</summary>
    public static int MinorUnits(string code) => Decimals.GetValueOrDefault(code, 2);

    /// <summary>Rounds half away from zero to the currency's minor unit, as every printed amount is.</summary>
    public static decimal Round(decimal amount, string code) =>
        Math.Round(amount, MinorUnits(code), MidpointRounding.AwayFromZero);
}
