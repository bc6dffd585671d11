namespace Mainstay.Worth.Costing;

/// <summary>What a customer's account rests on, at worst.</summary>
internal static class AccountMark
{
    /// <param name="marginEstimated">Some margin rests on the rate, or some cost on an estimate.</param>
    /// <param name="costMark">What the costs rest on; null without costs.</param>
    /// <param name="assumptions">Whether the rate is the business's or ours.</param>
    public static string Of(bool marginEstimated, string? costMark, Assumptions assumptions)
    {
        var margin = !marginEstimated ? CostMark.Measured
            : costMark is not null && CostMark.IsEstimate(costMark) ? costMark
            : assumptions.MarginRateMark == "declared" ? CostMark.Estimated : CostMark.Default;
        return CostMark.Worse(margin, costMark ?? CostMark.Measured);
    }
}
