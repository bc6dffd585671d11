namespace Mainstay.Statistics.Survival;

/// <summary>How events at the same time are taken apart.</summary>
public enum CoxTies
{
    /// <summary>One after another, each seeing the average of the rest. [Efron 1977]</summary>
    Efron,

    /// <summary>All facing the full risk set: simpler, biased towards 0 when ties are many. [Breslow 1974]</summary>
    Breslow,
}
