using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// A quick look, before any fit, at how regularly customers buy: of two consecutive gaps of one customer, which share
/// of their sum is the first? Were buying random (exponential gaps), the share would be spread evenly over (0, 1),
/// whatever the customer's pace; the closer the shares lie to ½, the more regular. With Erlang-k gaps the share is
/// Beta(k, k), whose variance 1/(4(2k + 1)) gives k.
/// </summary>
/// <remarks>
/// [WM90] Wheat &amp; Morrison, "Estimating purchase regularity with two interpurchase times", Journal of Marketing
/// Research 27(1):87–93, 1990. Which gap is the first is arbitrary, so the variance is taken about ½.
/// </remarks>
public sealed record Regularity
{
    private Regularity(double customers, double variance, double fourthMoment)
    {
        (Customers, Variance) = (customers, variance);
        K = (1 - (4 * variance)) / (8 * variance);
        var error = Sqrt(Max(0, fourthMoment - (variance * variance)) / customers);
        StandardError = error / (8 * variance * variance);
    }

    /// <summary>k̂ = (1 − 4V)/(8V): 1 is random, 2 and more regular, below 1 clumped. More than 0. [WM90]</summary>
    public double K { get; }

    /// <summary>Standard error of <see cref="K"/>, by the delta method.</summary>
    public double StandardError { get; }

    /// <summary>Customers with two gaps.</summary>
    public double Customers { get; }

    /// <summary>V, the mean of (share − ½)²: 1/12 when random.</summary>
    public double Variance { get; }

    /// <summary>Whether k̂ lies two standard errors above 1: a model of regular buying is then worth a try.</summary>
    public bool IsRegular => K - (2 * StandardError) > 1;

    /// <summary>
    /// Estimates k from one pair of consecutive gaps per customer, such as the last two. Null where there is nothing
    /// to learn: no pair, or every pair made of equal gaps, as under a contract.
    /// </summary>
    /// <param name="earlier">The earlier gap of each customer, more than 0, in any unit.</param>
    /// <param name="later">The gap after it, in the same unit.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a gap is not positive and finite.</exception>
    public static Regularity? Of(ReadOnlySpan<double> earlier, ReadOnlySpan<double> later)
    {
        Require.SameLength(later.Length, earlier.Length, nameof(later));
        var (second, fourth) = (0.0, 0.0);
        for (var i = 0; i < earlier.Length; i++)
        {
            Require.Row(earlier[i] > 0 && double.IsFinite(earlier[i]), i, nameof(earlier), earlier[i], "a gap > 0");
            Require.Row(later[i] > 0 && double.IsFinite(later[i]), i, nameof(later), later[i], "a gap > 0");
            var square = Pow((earlier[i] / (earlier[i] + later[i])) - 0.5, 2);
            second += square;
            fourth += square * square;
        }

        return second == 0 ? null : new(earlier.Length, second / earlier.Length, fourth / earlier.Length);
    }
}
