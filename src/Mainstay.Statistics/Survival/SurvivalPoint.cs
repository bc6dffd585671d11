namespace Mainstay.Statistics.Survival;

/// <summary>One step of a survival curve.</summary>
/// <param name="Time">t, when somebody had the event or left observation.</param>
/// <param name="AtRisk">n, observed and without the event just before t.</param>
/// <param name="Events">d, events at t.</param>
/// <param name="Censored">Who left observation at t without the event.</param>
/// <param name="Survival">S(t), in [0, 1].</param>
/// <param name="StandardError">Greenwood's standard error of S(t); null once S is 0, where it has none.</param>
/// <param name="Low">Lower end of the band at t; null once S is 0.</param>
/// <param name="High">Upper end of the band at t; null once S is 0.</param>
public readonly record struct SurvivalPoint(
    double Time, double AtRisk, double Events, double Censored, double Survival, double? StandardError, double? Low,
    double? High);
