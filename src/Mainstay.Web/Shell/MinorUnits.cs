namespace Mainstay.Web.Shell;

/// <summary>Decimal places of a currency's smallest coin: ISO 4217, list one.</summary>
public static class MinorUnits
{
    /// <summary>0 for the yen, 3 for the Kuwaiti dinar, 2 for most.</summary>
    public static int Of(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };
}
