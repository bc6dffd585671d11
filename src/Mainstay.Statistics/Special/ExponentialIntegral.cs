using static System.Math;

namespace Mainstay.Statistics.Special;

/// <summary>
/// The generalised exponential integral E_s(z) = ∫₁^∞ e^(−zu) u^(−s) du of real order. (MathNet has whole orders only,
/// and the series of the textbooks cancels near every one of them.)
/// </summary>
public static class ExponentialIntegral
{
    /// <summary>
    /// e^z · E_s(z) = ∫₀^∞ e^(−zy) (1 + y)^(−s) dy, relative error near 1e-14 for every s &gt; 0 and z &gt; 0: a sum of
    /// positive terms. Between 1/(z + s) and 1/(z + s − 1) for s &gt; 1. [DLMF 8.19.3]
    /// </summary>
    /// <param name="s">Order, more than 0.</param>
    /// <param name="z">Argument, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public static double Scaled(double s, double z)
    {
        Require.Positive(s);
        Require.Positive(z);
        var low = -Log(Max(1, z + s));
        // e^(−zy) ends the integral by itself; the bend must not meet it.
        var high = Max(0, -Log(z)) + 4;
        return Exp(HalfLine.LogIntegral(low, high, y => -(z * Exp(y)) - (s * HalfLine.SoftPlus(y))));
    }
}
