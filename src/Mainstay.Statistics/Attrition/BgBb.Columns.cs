namespace Mainstay.Statistics.Attrition;

// Whole sets at once: there are few different histories, so one after another.
public sealed partial class BgBb
{
    /// <summary>Σ w·ℓ over all rows.</summary>
    public double LogLikelihood(OpportunityHistories histories)
    {
        var sum = 0.0;
        for (var i = 0; i < histories.Count; i++)
            sum += histories.Weight[i] * LogLikelihood(histories[i]);
        return sum;
    }

    /// <summary><see cref="PAlive(in OpportunityHistory)"/> of every row.</summary>
    public void PAlive(OpportunityHistories histories, Span<double> destination) =>
        PAliveAfter(histories, 0, destination);

    /// <summary><see cref="PAliveAfter(in OpportunityHistory, int)"/> of every row.</summary>
    public void PAliveAfter(OpportunityHistories histories, int t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        for (var i = 0; i < histories.Count; i++)
            destination[i] = PAliveAfter(histories[i], t);
    }

    /// <summary><see cref="ExpectedPurchases(in OpportunityHistory, int)"/> of every row.</summary>
    public void ExpectedPurchases(OpportunityHistories histories, int t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        for (var i = 0; i < histories.Count; i++)
            destination[i] = ExpectedPurchases(histories[i], t);
    }

    /// <summary><see cref="DiscountedExpectedResidualPurchases(in OpportunityHistory, double)"/> of every row.</summary>
    public void DiscountedExpectedResidualPurchases(
        OpportunityHistories histories, double delta, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        for (var i = 0; i < histories.Count; i++)
            destination[i] = DiscountedExpectedResidualPurchases(histories[i], delta);
    }
}
