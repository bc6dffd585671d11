using MathNet.Numerics;
using static System.Math;

namespace Mainstay.Statistics.Special;

/// <summary>Upper tails of distributions, to full relative precision where they are tiny.</summary>
internal static class Tail
{
    /// <summary>P(χ² &gt; value) with so many degrees of freedom, in [0, 1].</summary>
    public static double ChiSquared(double value, int degreesOfFreedom) => value <= 0
        ? 1
        : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, value / 2);

    /// <summary>ln P(Z &gt; z) of the standard normal distribution.</summary>
    public static double LogNormal(double z)
    {
        if (z < 25)
            return Log(SpecialFunctions.Erfc(z / Sqrt(2)) / 2);
        return -(z * z / 2) - Log(z * Sqrt(2 * PI)) + Stable.Log1p(-MillsGap(z));
    }

    /// <summary>φ(z)/P(Z &gt; z), the normal hazard; approaches z for large z.</summary>
    public static double NormalHazard(double z)
    {
        if (z < 25)
            return Exp(-z * z / 2) / Sqrt(2 * PI) / (SpecialFunctions.Erfc(z / Sqrt(2)) / 2);
        return z / (1 - MillsGap(z));
    }

    /// <summary>1 − z·P(Z &gt; z)/φ(z) = 1/z² − 3/z⁴ + 15/z⁶ − …; from 25 upward five terms leave 1e-13.</summary>
    private static double MillsGap(double z)
    {
        var w = 1 / (z * z);
        return w * (1 - (w * (3 - (w * (15 - (w * (105 - (w * 945))))))));
    }
}
