using static System.Math;

namespace Mainstay.Statistics.Special;

/// <summary>
/// Γ(x + a)/Γ(x), whose logarithm keeps its digits where the two ln Γ are far larger than their difference.
/// </summary>
internal static class GammaRatio
{
    // From here on five terms of Stirling's series have sixteen digits.
    private const double StirlingFrom = 30;

    /// <summary>ln Γ(x + a) − ln Γ(x) for x &gt; 0 and a &gt; 0.</summary>
    public static double Log(double x, double a) => x < StirlingFrom
        ? Gamma.Log(x + a) - Gamma.Log(x)
        : ((x - 0.5) * Stable.Log1p(a / x)) + (a * (Math.Log(x + a) - 1)) + Series(x + a) - Series(x);

    private static double Series(double x)
    {
        var w = 1 / (x * x);
        return ((1.0 / 12) - (w * ((1.0 / 360) - (w * ((1.0 / 1260) - (w * ((1.0 / 1680) - (w / 1188)))))))) / x;
    }
}
