using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Choice;

/// <summary>Something that foretells purchases: a fitted model, or a rule of thumb it must beat.</summary>
internal interface IContender
{
    /// <summary>E[Y(t)] of every row.</summary>
    void Expected(PurchaseHistories histories, double t, Span<double> destination);

    /// <summary>P(Y(t) &lt; y) and P(Y(t) = y) of every row, each with its own y and E[Y(t)].</summary>
    void Pmf(
        PurchaseHistories histories, ReadOnlySpan<double> y, double t, ReadOnlySpan<double> expected, Span<double> below,
        Span<double> at);
}
