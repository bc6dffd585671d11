using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Choice;

/// <summary>Something that foretells purchases: a fitted model, or a rule of thumb it must beat.</summary>
internal interface IContender
{
    /// <summary>E[Y(t)] of every row.</summary>
    void Expected(PurchaseHistories histories, double t, Span<double> destination);

    /// <summary>P(Y(t) = y) of one row whose E[Y(t)] is <paramref name="expected"/>.</summary>
    double Pmf(in PurchaseHistory history, int y, double t, double expected);
}
