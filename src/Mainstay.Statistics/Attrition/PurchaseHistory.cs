namespace Mainstay.Statistics.Attrition;

/// <summary>All that the attrition models need to know of one customer, times in the model's own period.</summary>
/// <param name="X">Frequency x: repeat purchase days, the first excluded.</param>
/// <param name="Tx">Recency t_x: first to last purchase; 0 when x = 0.</param>
/// <param name="T">First purchase to the end of observation.</param>
public readonly record struct PurchaseHistory(double X, double Tx, double T)
{
    /// <summary>
    /// Σ ln of the gaps between purchases (litt), which only the likelihoods of regular buying ask for; 0 elsewhere.
    /// </summary>
    public double LogGaps { get; init; }
}
