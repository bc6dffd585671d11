using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Choice;

/// <summary>A fitted model.</summary>
internal sealed class ModelContender(ILatentAttrition model) : IContender
{
    public void Expected(PurchaseHistories histories, double t, Span<double> destination) =>
        model.ExpectedPurchases(histories, t, destination);

    public double Pmf(in PurchaseHistory history, int y, double t, double expected) => model.Pmf(history, y, t);
}
