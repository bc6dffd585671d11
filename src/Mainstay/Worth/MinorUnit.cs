using Mainstay.Ledger.Settings;

namespace Mainstay.Worth;

/// <summary>
/// The only place where money is rounded: half away from zero, to the minor unit of its currency, when it is printed
/// or written to JSON and CSV.
/// </summary>
public sealed record MinorUnit
{
    private MinorUnit(int decimals) => Decimals = decimals;

    /// <summary>Decimals an amount is written with.</summary>
    public int Decimals { get; }

    /// <summary>The minor unit of an ISO 4217 currency; a hundredth where the code is unknown.</summary>
    public static MinorUnit Of(string currency) => new(Currencies.MinorUnits(currency));

    /// <summary>An amount, rounded.</summary>
    public decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>An estimate crosses over to money; null where it is not a number money can hold.</summary>
    public decimal? Round(double? estimate) =>
        estimate is { } value && Math.Abs(value) < 1e24 ? Round((decimal)value) : null;
}
