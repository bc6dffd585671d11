using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Choice;

/// <summary>A fitted model.</summary>
internal sealed class ModelContender(ILatentAttrition model) : IContender
{
    public void Expected(PurchaseHistories histories, double t, Span<double> destination) =>
        model.ExpectedPurchases(histories, t, destination);

    public void Pmf(
        PurchaseHistories histories, ReadOnlySpan<double> y, double t, ReadOnlySpan<double> expected, Span<double> below,
        Span<double> at) => model.Pmf(histories, y, t, below, at);
}
