using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Choice;

/// <summary>
/// Customers as they stood at a cutoff, with what they bought in the periods after it: equal ones merged into one row
/// with a weight. Immutable.
/// </summary>
public sealed class HoldoutHistories
{
    private readonly double[] _purchases;
    private readonly Lazy<PurchaseHistories> _calibration;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="x">Frequency up to the cutoff.</param>
    /// <param name="tx">Recency at the cutoff, in periods.</param>
    /// <param name="T">First purchase to the cutoff, in periods.</param>
    /// <param name="y">Purchase days after the cutoff, whole and not negative.</param>
    /// <param name="weight">How many customers each row stands for, more than 0.</param>
    /// <param name="horizon">Length of the holdout, in periods; more than 0.</param>
    /// <exception cref="ArgumentException">Lengths differ or a row breaks a rule above; the message names it.</exception>
    public HoldoutHistories(
        ReadOnlySpan<double> x, ReadOnlySpan<double> tx, ReadOnlySpan<double> T, ReadOnlySpan<double> y,
        ReadOnlySpan<double> weight, double horizon)
    {
        Require.SameLength(y.Length, x.Length, nameof(y));
        Require.Positive(horizon);
        Rows = new(x, tx, T, weight);
        _purchases = y.ToArray();
        for (var row = 0; row < y.Length; row++)
        {
            Require.Row(y[row] >= 0 && y[row] == Math.Floor(y[row]), row, "y", y[row], "a whole number, 0 or more");
            TotalPurchases += weight[row] * y[row];
        }

        Horizon = horizon;
        _calibration = new(() => Merge(Rows, TotalLogGaps));
    }

    /// <summary>Length of the holdout in periods.</summary>
    public double Horizon { get; }

    /// <summary>Customers at the cutoff: the sum of the weights.</summary>
    public double Customers => Rows.TotalWeight;

    /// <summary>Σ w·y, the purchase days of the holdout.</summary>
    public double TotalPurchases { get; }

    /// <summary>What a model may see: distinct histories at the cutoff.</summary>
    public PurchaseHistories Calibration => _calibration.Value;

    /// <summary>Σ w·litt up to the cutoff, in periods; null when the gaps are not known.</summary>
    public double? TotalLogGaps { get; init; }

    /// <summary>Histories at the cutoff, one row per distinct history and holdout.</summary>
    internal PurchaseHistories Rows { get; }

    /// <summary>y by row.</summary>
    internal ReadOnlySpan<double> Purchases => _purchases;

    /// <summary>About so many weighted rows that stand for all; the same data give the same ones.</summary>
    internal HoldoutHistories Sample(int rows)
    {
        if (Rows.Count <= rows)
            return this;
        var (drawn, weight) = WeightedSample.Draw(Rows.Weight, Rows.TotalWeight, rows);
        var histories = Rows;
        return new(
            Array.ConvertAll(drawn, row => histories.X[row]), Array.ConvertAll(drawn, row => histories.Tx[row]),
            Array.ConvertAll(drawn, row => histories.T[row]), Array.ConvertAll(drawn, row => _purchases[row]), weight,
            Horizon);
    }

    private static PurchaseHistories Merge(PurchaseHistories rows, double? logGaps)
    {
        var weights = new Dictionary<PurchaseHistory, double>();
        for (var row = 0; row < rows.Count; row++)
            weights[rows[row]] = weights.GetValueOrDefault(rows[row]) + rows.Weight[row];
        return new(
            [.. weights.Keys.Select(h => h.X)], [.. weights.Keys.Select(h => h.Tx)], [.. weights.Keys.Select(h => h.T)],
            [.. weights.Values])
        {
            TotalLogGaps = logGaps,
        };
    }
}
