namespace Mainstay.Statistics.Survival;

/// <summary>One step of the baseline: the cumulative hazard of somebody with the mean covariates.</summary>
/// <param name="Stratum">Which stratum; 0 without strata.</param>
/// <param name="Time">t, when somebody of the stratum had the event.</param>
/// <param name="CumulativeHazard">H₀(t), 0 or more.</param>
public readonly record struct BaselinePoint(int Stratum, double Time, double CumulativeHazard);
