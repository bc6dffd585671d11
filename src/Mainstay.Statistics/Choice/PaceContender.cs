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

    public double Pmf(in PurchaseHistory history, int y, double t, double expected) => expected == 0
        ? y == 0 ? 1 : 0
        : Math.Exp((y * Math.Log(expected)) - expected - Gamma.Log(y + 1));
}
