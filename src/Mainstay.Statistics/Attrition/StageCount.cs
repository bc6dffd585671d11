using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// How many stages N a customer passes within t whose stage rate is Gamma(R, A), z = t/A: negative binomial,
/// P(N = i) = (R)_i/i! · (1+z)^(−R) · (z/(1+z))^i. Every sum starts at its largest term, so that R in the hundred
/// thousands is as exact as R = 0.1.
/// </summary>
internal readonly struct StageCount(double R, double z)
{
    // Below, denormal terms no longer shrink, and a sum of them would not end.
    private const double Tiny = 1e-300;

    private readonly double _share = z / (1 + z);

    /// <summary>P(N ≥ from).</summary>
    public double AtLeast(double from)
    {
        if (from <= 0)
            return 1;
        return from > Max(R * z, 1 + z) ? Upward(from, double.PositiveInfinity) : Max(0, 1 - Downward(from - 1));
    }

    /// <summary>P(from ≤ N &lt; until), few terms.</summary>
    public double Between(double from, double until) => Upward(from, until);

    private double Upward(double from, double until)
    {
        var (term, sum) = (Exactly(from), 0.0);
        for (var i = from; i < until && term > Max(Tiny, 1e-19 * sum); i++)
        {
            sum += term;
            term *= (R + i) / (i + 1) * _share;
        }

        return sum;
    }

    private double Downward(double from)
    {
        var (term, sum) = (Exactly(from), 0.0);
        for (var i = from; i >= 0 && term > Max(Tiny, 1e-19 * sum); i--)
        {
            sum += term;
            term *= i / ((R + i - 1) * _share);
        }

        return sum;
    }

    private double Exactly(double i)
    {
        if (z == 0)
            return i == 0 ? 1 : 0;
        var ways = i == 0 ? 0 : Gamma.Log(R + i) - Gamma.Log(R) - Gamma.Log(i + 1);
        return Exp(ways - (R * Stable.Log1p(z)) + (i == 0 ? 0 : i * Log(_share)));
    }
}
