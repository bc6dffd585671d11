namespace Mainstay.Worth;

/// <summary>
/// The only place where money is rounded: half away from zero, to the minor unit of its currency, when it is printed
/// or written to JSON and CSV.
/// </summary>
public sealed record MinorUnit
{
    // ISO 4217, where the minor unit is not a hundredth.
    private static readonly Dictionary<string, int> s_decimals = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0,
        ["PYG"] = 0, ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0,
        ["XPF"] = 0, ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["CLF"] = 4, ["UYW"] = 4,
    };

    private MinorUnit(int decimals) => Decimals = decimals;

    /// <summary>Decimals an amount is written with.</summary>
    public int Decimals { get; }

    /// <summary>The minor unit of an ISO 4217 currency; a hundredth where the code is unknown.</summary>
    public static MinorUnit Of(string currency) => new(s_decimals.GetValueOrDefault(currency, 2));

    /// <summary>An amount, rounded.</summary>
    public decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>An estimate crosses over to money; null where it is not a number money can hold.</summary>
    public decimal? Round(double? estimate) =>
        estimate is { } value && Math.Abs(value) < 1e24 ? Round((decimal)value) : null;
}
