using MathNet.Numerics.Integration;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Purchases up to a horizon, each worth e^(−δs) at s periods from now: ∫₀ᵗ e^(−δs) dE[Y(s)], by parts from the
/// expected purchases alone, e^(−δt)E[Y(t)] + δ∫₀ᵗ e^(−δs)E[Y(s)] ds. The same for every model.
/// </summary>
internal static class DiscountedSum
{
    private const int Nodes = 20;

    // Expected purchases bend most at once and ever less later: panels that double from a tenth of their scale.
    private const double FirstPanel = 0.1;

    private static readonly GaussLegendreRule s_rule = new(0, 1, Nodes);

    /// <param name="expected">s ↦ E[Y(s)], 0 at 0.</param>
    /// <param name="t">Horizon in periods.</param>
    /// <param name="delta">δ per period.</param>
    /// <param name="scale">Over which length expected purchases bend, such as α + T; more than 0.</param>
    public static double Of(Func<double, double> expected, double t, double delta, double scale)
    {
        if (t == 0)
            return 0;
        var sum = Exp(-delta * t) * expected(t);
        if (delta == 0)
            return sum;
        var (from, width) = (0.0, FirstPanel * Min(scale, 1 / delta));
        while (from < t)
        {
            var to = Min(from + width, t);
            for (var i = 0; i < Nodes; i++)
            {
                var s = from + (s_rule.GetAbscissa(i) * (to - from));
                sum += delta * (to - from) * s_rule.GetWeight(i) * Exp(-delta * s) * expected(s);
            }

            (from, width) = (to, Min(2 * width, 2 / delta));
        }

        return sum;
    }
}
