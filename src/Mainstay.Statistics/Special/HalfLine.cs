using static System.Math;

namespace Mainstay.Statistics.Special;

/// <summary>
/// Nodes for ∫₀^∞ f(y) dy by the trapezoidal rule in ln y, bent at both ends so that the tails die off doubly
/// exponentially: ln y = ξ − e^(low−ξ) + e^(ξ−high). Where f is made of factors such as (1 + y/A)^(−p) and e^(−zy), whose
/// scales lie between e^low and e^high, it errs by e^(−π²/step) of the result, however far apart the scales are.
/// </summary>
/// <remarks>[TM74] Takahasi &amp; Mori, "Double exponential formulas for numerical integration", 1974.</remarks>
internal sealed class HalfLine
{
    /// <summary>Fourteen digits and more; measured against the hypergeometric form at forty.</summary>
    public const double Step = 0.25;

    // Left of this e^(−e^3.7) = e^−40 of the first scale is left.
    private const double Wall = 3.7;
    private const double Negligible = 40;

    // One unit beyond the scales the bend no longer meets the integrand's own.
    private const double Margin = 1;

    private HalfLine(double[] logY, double[] logWeight) => (LogY, LogWeight) = (logY, logWeight);

    /// <summary>ln y of the nodes, ascending.</summary>
    public double[] LogY { get; }

    /// <summary>ln of the nodes' weights, dy included.</summary>
    public double[] LogWeight { get; }

    /// <summary>Nodes between the scales and beyond them, until what is left of the integrand is negligible.</summary>
    /// <param name="low">ln of the smallest scale of the integrand.</param>
    /// <param name="high">ln of the largest.</param>
    /// <param name="logIntegrand">ln f by ln y, of the slowest to decay if the nodes serve several.</param>
    /// <param name="step">Smaller than <see cref="Step"/> where the integrand has a narrow peak.</param>
    public static HalfLine Of(double low, double high, Func<double, double> logIntegrand, double step = Step)
    {
        var (logY, logWeight) = (new List<double>(64), new List<double>(64));
        var top = double.NegativeInfinity;
        for (var k = Floor((low - Margin - Wall) / step); ; k++)
        {
            var xi = k * step;
            var (left, right) = (Exp(low - Margin - xi), Exp(xi - high - Margin));
            var y = xi - left + right;
            var weight = Log(step * (1 + left + right)) + y;
            var term = weight + logIntegrand(y);
            if (!double.IsFinite(term) || (term < top - Negligible && xi > low))
                break;
            top = Max(top, term);
            logY.Add(y);
            logWeight.Add(weight);
        }

        return new([.. logY], [.. logWeight]);
    }

    /// <summary>ln ∫₀^∞ f(y) dy for one positive integrand given by its logarithm.</summary>
    public static double LogIntegral(double low, double high, Func<double, double> logIntegrand)
    {
        var nodes = Of(low, high, logIntegrand);
        var terms = new double[nodes.LogY.Length];
        for (var k = 0; k < terms.Length; k++)
            terms[k] = nodes.LogWeight[k] + logIntegrand(nodes.LogY[k]);
        var (top, sum) = (terms.Max(), 0.0);
        foreach (var term in terms)
            sum += Exp(term - top);
        return top + Log(sum);
    }

    /// <summary>ln(1 + eᵈ), for d of any size.</summary>
    public static double SoftPlus(double d) => Max(d, 0) + Stable.Log1p(Exp(-Abs(d)));
}
