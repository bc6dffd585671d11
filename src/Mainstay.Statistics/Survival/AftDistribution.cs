namespace Mainstay.Statistics.Survival;

/// <summary>How the logarithms of durations spread around what the covariates expect.</summary>
public enum AftDistribution
{
    /// <summary>Extreme-value spread: the risk rises or falls as a power of time.</summary>
    Weibull,

    /// <summary>A Weibull with scale 1: the risk is the same at every duration.</summary>
    Exponential,

    /// <summary>Normal spread: the risk rises, then falls.</summary>
    LogNormal,

    /// <summary>Logistic spread: the risk rises, then falls, with a longer tail.</summary>
    LogLogistic,
}
