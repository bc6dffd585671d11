using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Choice;

/// <summary>Everybody at one pace, or each at their own, for ever; purchases fall at random around it.</summary>
internal sealed class PaceContender(Func<PurchaseHistory, double> pace) : IContender
{
    public void Expected(PurchaseHistories histories, double t, Span<double> destination)
    {
        for (var row = 0; row < histories.Count; row++)
            destination[row] = pace(histories[row]) * t;
    }

    public void Pmf(
        PurchaseHistories histories, ReadOnlySpan<double> y, double t, ReadOnlySpan<double> expected, Span<double> below,
        Span<double> at)
    {
        for (var row = 0; row < histories.Count; row++)
        {
            below[row] = 0;
            for (var fewer = 0; fewer < y[row]; fewer++)
                below[row] += Poisson(fewer, expected[row]);
            at[row] = Poisson((int)y[row], expected[row]);
        }
    }

    private static double Poisson(int y, double mean) => mean == 0
        ? y == 0 ? 1 : 0
        : Math.Exp((y * Math.Log(mean)) - mean - Gamma.Log(y + 1));
}
