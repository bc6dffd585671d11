using static System.Math;

namespace Mainstay.Statistics.Special;

/// <summary>
/// Gauss's ₂F₁ where its first parameter is 1: a sum of products of ratios, as discounted lifetimes are.
/// </summary>
internal static class UnitHypergeometric
{
    private const int MostSteps = 1_000_000;

    /// <summary>
    /// ₂F₁(1, b; c; z) = Σ (b)ₙ/(c)ₙ zⁿ for c &gt; b &gt; 0 and 0 ≤ z &lt; 1, by Gauss's continued fraction
    /// 1/(1 + k₁z/(1 + k₂z/(1 + …))), which converges like ((1−√(1−z))/(1+√(1−z)))²ⁿ: fast where the series crawls.
    /// [DLMF 15.7.1, evaluated by Lentz's method, as amended by Thompson &amp; Barnett 1986]
    /// </summary>
    public static double F21(double b, double c, double z)
    {
        var (f, up, down) = (1.0, 1.0, 0.0);
        for (var step = 1; step < MostSteps; step++)
        {
            var k = K(b, c, step) * z;
            down = 1 / (1 + (k * down));
            up = 1 + (k / up);
            var change = up * down;
            f *= change;
            if (Abs(change - 1) < 1e-16)
                break;
        }

        return 1 / f;
    }

    private static double K(double b, double c, int step)
    {
        if (step == 1)
            return -b / c;
        var n = (step + 1) / 2;
        return step % 2 == 1
            ? -(c + n - 2) * (b + n - 1) / ((c + (2 * n) - 3) * (c + (2 * n) - 2))
            : -(c - 1 + n - b) * n / ((c + (2 * n) - 2) * (c + (2 * n) - 1));
    }
}
