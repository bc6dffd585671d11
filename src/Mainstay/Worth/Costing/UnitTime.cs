using Mainstay.Ledger.Costs;

namespace Mainstay.Worth.Costing;

/// <summary>Minutes of one activity from a day on: the same for each, or by a time equation.</summary>
internal sealed record UnitTime(
    string Activity, string? Pool, DateOnly? From, decimal? Minutes, string? EquationText, string Mark)
{
    private readonly TimeEquation? _equation = EquationText is { Length: > 0 } text
        ? TimeEquation.TryParse(text, out _)
        : null;

    /// <summary>Minutes of one with these drivers; null where the definition gives none, or none that can be.</summary>
    public decimal? MinutesOf(string drivers)
    {
        var minutes = _equation?.Minutes(TimeEquation.ReadDrivers(drivers)) ?? Minutes;
        return minutes >= 0 ? minutes : null;
    }
}
