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
    /// <summary>Area under the curve, by trapezoids; null without a positive total.</summary>
    public double? Area { get; init; }

    /// <summary>
    /// Stobachoff index: 0 when all earn the same, towards 1 the more some carry others; null likewise.
    /// </summary>
    public double? StobachoffIndex { get; init; }

    /// <summary>Fraction of customers whose losses the others carry.</summary>
    public double? ShareSubsidised { get; init; }

    /// <summary>Why <see cref="Peak"/> is null; null when it is not.</summary>
    public string? PeakReason { get; init; }
}
