namespace Mainstay.Worth;

/// <summary>Money and what its margin rests on: costs that are known, or the declared rate.</summary>
/// <param name="Revenue">Net revenue, or a refund's amount.</param>
/// <param name="Known">Margin of the part whose cost is known.</param>
/// <param name="EstimatedRevenue">The part of <paramref name="Revenue"/> whose cost is not known.</param>
internal sealed record MarginParts(decimal Revenue, decimal Known, decimal EstimatedRevenue)
{
    /// <summary>Margin, exact.</summary>
    public decimal Margin(decimal rate) => Known + (rate * EstimatedRevenue);

    /// <summary>What is left after refunds.</summary>
    public MarginParts Less(MarginParts refunds) =>
        new(Revenue - refunds.Revenue, Known - refunds.Known, EstimatedRevenue - refunds.EstimatedRevenue);
}
