using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// A distribution's ln f and ln S at z = (ln t − η)/σ, each with its first two derivatives in z.
/// </summary>
internal static class AftSpread
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    public static (double Value, double First, double Second) LogDensity(AftDistribution distribution, double z)
    {
        switch (distribution)
        {
            case AftDistribution.LogNormal:
                return (-(z * z / 2) - HalfLogTwoPi, -z, -1);
            case AftDistribution.LogLogistic:
                var p = Stable.Logistic(z);
                return (z - (2 * Softplus(z)), 1 - (2 * p), -2 * p * (1 - p));
            default:
                var e = Exp(z);
                return (z - e, 1 - e, -e);
        }
    }

    public static (double Value, double First, double Second) LogSurvival(AftDistribution distribution, double z)
    {
        switch (distribution)
        {
            case AftDistribution.LogNormal:
                var hazard = Tail.NormalHazard(z);
                return (Tail.LogNormal(z), -hazard, -hazard * (hazard - z));
            case AftDistribution.LogLogistic:
                var p = Stable.Logistic(z);
                return (-Softplus(z), -p, -p * (1 - p));
            default:
                var e = Exp(z);
                return (-e, -e, -e);
        }
    }

    /// <summary>z at which a share p has had the event.</summary>
    public static double Quantile(AftDistribution distribution, double p) => distribution switch
    {
        AftDistribution.LogNormal => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p),
        AftDistribution.LogLogistic => Log(p) - Stable.Log1p(-p),
        _ => Log(-Stable.Log1p(-p)),
    };

    /// <summary>ln(1 + eᶻ) without overflow.</summary>
    private static double Softplus(double z) => Max(z, 0) + Stable.Log1p(Exp(-Abs(z)));
}
