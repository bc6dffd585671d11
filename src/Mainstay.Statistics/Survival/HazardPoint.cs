namespace Mainstay.Statistics.Survival;

/// <summary>One step of a cumulative hazard.</summary>
/// <param name="Time">t, when somebody had the event or left observation.</param>
/// <param name="AtRisk">n, observed and without the event just before t.</param>
/// <param name="Events">d, events at t.</param>
/// <param name="CumulativeHazard">H(t), 0 or more.</param>
/// <param name="StandardError">Standard error of H(t).</param>
/// <param name="Low">Lower end of the band at t.</param>
/// <param name="High">Upper end of the band at t.</param>
public readonly record struct HazardPoint(
    double Time, double AtRisk, double Events, double CumulativeHazard, double StandardError, double Low, double High);
