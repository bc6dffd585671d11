namespace Mainstay.Worth;

/// <summary>Cumulative profit over customers ranked from most to least profitable.</summary>
/// <param name="Peak">Highest cumulative profit as a fraction of the total; null without a positive total.</param>
/// <param name="PeakShareOfCustomers">Fraction of customers at the peak.</param>
/// <param name="ImplicitLosses">Money lost on the customers after the peak, as a positive amount.</param>
/// <param name="TotalProfit">Profit over all customers.</param>
/// <param name="Points">At most a few hundred points of the curve, from (0, 0).</param>
public sealed record WhaleCurve(
    double? Peak, double? PeakShareOfCustomers, decimal ImplicitLosses, decimal TotalProfit,
    IReadOnlyList<WhalePoint> Points)
{
    /// <summary>Why <see cref="Peak"/> is null; null when it is not.</summary>
    public string? PeakReason { get; init; }
}
