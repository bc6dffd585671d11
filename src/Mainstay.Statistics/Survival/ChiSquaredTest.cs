using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Survival;

/// <summary>A statistic that follows χ² when there is nothing to find.</summary>
/// <param name="ChiSquared">χ², 0 or more.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom, 1 or more.</param>
public readonly record struct ChiSquaredTest(double ChiSquared, int DegreesOfFreedom)
{
    /// <summary>Probability of so large a value when there is nothing to find, in [0, 1].</summary>
    public double P => Tail.ChiSquared(ChiSquared, DegreesOfFreedom);
}
