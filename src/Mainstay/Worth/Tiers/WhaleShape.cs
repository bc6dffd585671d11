namespace Mainstay.Worth.Tiers;

/// <summary>How strongly some customers carry others, from groups ranked by profit per customer, best first.</summary>
/// <param name="Area">
/// Under the curve of cumulative share of profit over share of customers, by trapezoids from (0, 0).
/// </param>
/// <param name="Peak">Highest cumulative share of profit.</param>
public sealed record WhaleShape(double Area, double Peak)
{
    /// <summary>
    /// SI = (A − ½) / (Y_peak − ½): 0 when all earn the same, towards 1 the more some carry others; without loss-makers
    /// it is the Gini index 2A − 1. Null where all earn the same, which leaves nothing to divide by. [Storbacka; van
    /// Raaij 2005]
    /// </summary>
    public double? StobachoffIndex => Peak > 0.5 ? (Area - 0.5) / (Peak - 0.5) : null;

    /// <summary>
    /// The shape of groups given by their customers and their profit together, in any units; null without a positive
    /// total.
    /// </summary>
    public static WhaleShape? Of(IEnumerable<(double Customers, double Profit)> groups)
    {
        var (customers, profit, peak, twice) = (0.0, 0.0, 0.0, 0.0);
        foreach (var group in groups)
        {
            twice += group.Customers * (profit + profit + group.Profit);
            customers += group.Customers;
            profit += group.Profit;
            peak = Math.Max(peak, profit);
        }

        return profit > 0 && customers > 0 ? new(twice / 2 / customers / profit, peak / profit) : null;
    }
}
