namespace Mainstay.Worth.Tiers;

/// <summary>Movement between tiers over one period.</summary>
/// <param name="Period">month, quarter or year.</param>
/// <param name="From">As of this day they stood in one tier.</param>
/// <param name="Until">As of this day in another.</param>
/// <param name="Moves">Every pair of tiers that somebody moved between, and those who stayed.</param>
public sealed record TierMovement(
    string Period, DateOnly From, DateOnly Until, IReadOnlyList<TierMove> Moves);
