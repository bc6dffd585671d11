using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>Intervals that stay inside [0, 1], by way of ln(−ln p).</summary>
internal static class Band
{
    /// <summary>
    /// p^exp(±z·se/(p ln p)): symmetric on the ln(−ln) scale. [Kalbfleisch &amp; Prentice 2002 §1.4.1; Borgan &amp;
    /// Liestøl 1990] At 0 and 1 the scale ends: the interval is the point when nothing has happened yet, else none.
    /// </summary>
    public static (double? Low, double? High) LogLog(double p, double? error, double z)
    {
        if (error is not { } se)
            return (null, null);
        if (se == 0)
            return (p, p);
        if (p <= 0 || p >= 1)
            return (null, null);
        var spread = Exp(z * se / Abs(p * Log(p)));
        return Ordered(Pow(p, spread), Pow(p, 1 / spread));
    }

    private static (double? Low, double? High) Ordered(double u, double v) => (Min(u, v), Max(u, v));
}
