namespace Mainstay.Statistics.Special;

/// <summary>Logarithms and exponentials that keep their digits where the plain ones lose them.</summary>
public static class Stable
{
    /// <summary>ln(1 + x) for x &gt; −1, to full precision near 0. [Kahan 1979]</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        if (u == 1)
            return x;
        return double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ − 1, to full precision near 0. [Kahan 1979]</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;
        var u = Math.Exp(x);
        if (u == 1)
            return x;
        return (u - 1) * (x / Math.Log(u));
    }

    /// <summary>ln(eᵃ + eᵇ) without overflow; −∞ stands for a term of 0.</summary>
    public static double LogSumExp(double a, double b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(high) ? high : high + Log1p(Math.Exp(low - high));
    }

    /// <summary>1/(1 + e^(−x)), in [0, 1], without overflow.</summary>
    public static double Logistic(double x)
    {
        var e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
