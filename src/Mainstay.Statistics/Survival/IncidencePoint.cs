namespace Mainstay.Statistics.Survival;

/// <summary>One step of a cumulative incidence.</summary>
/// <param name="Time">t, when somebody had an event of any cause or left observation.</param>
/// <param name="AtRisk">n, observed and without any event just before t.</param>
/// <param name="Events">d, events of this cause at t.</param>
/// <param name="Incidence">F(t), the share gone by this cause, in [0, 1].</param>
/// <param name="StandardError">Standard error of F(t).</param>
/// <param name="Low">Lower end of the band at t; null once F is 1.</param>
/// <param name="High">Upper end of the band at t; null once F is 1.</param>
public readonly record struct IncidencePoint(
    double Time, double AtRisk, double Events, double Incidence, double StandardError, double? Low, double? High);
