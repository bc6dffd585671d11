using MathNet.Numerics;

namespace Mainstay.Statistics.Fitting;

/// <summary>Whether a model with more parameters fits better than chance lets it. [Wilks 1938]</summary>
/// <param name="ChiSquare">Twice the gain in log-likelihood, 0 or more.</param>
/// <param name="DegreesOfFreedom">Parameters more.</param>
public sealed record LikelihoodRatioTest(double ChiSquare, int DegreesOfFreedom)
{
    /// <summary>P(a gain as large by chance), in [0, 1].</summary>
    public double P => DegreesOfFreedom == 0 || ChiSquare <= 0
        ? 1
        : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, ChiSquare / 2);
}
