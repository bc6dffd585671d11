using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Many purchase histories as columns, equal ones merged into one row with a weight. Immutable. The likelihoods see
/// only distinct (x, t_x, T), which number thousands whether the customers number thousands or millions.
/// </summary>
public sealed class PurchaseHistories
{
    private readonly double[] _x;
    private readonly double[] _tx;
    private readonly double[] _bigT;
    private readonly double[] _weight;
    private readonly Lazy<DistinctColumn> _distinctX;
    private readonly Lazy<DistinctColumn> _distinctTx;
    private readonly Lazy<DistinctColumn> _distinctT;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="x">Frequency: repeat purchase days, whole and not negative.</param>
    /// <param name="tx">Recency in periods, at most <paramref name="T"/>; 0 exactly where x is 0.</param>
    /// <param name="T">First purchase to end of observation, in periods.</param>
    /// <param name="weight">How many customers each row stands for, more than 0.</param>
    /// <exception cref="ArgumentException">Lengths differ or a row breaks a rule above; the message names it.</exception>
    public PurchaseHistories(
        ReadOnlySpan<double> x, ReadOnlySpan<double> tx, ReadOnlySpan<double> T, ReadOnlySpan<double> weight)
    {
        Require.SameLength(tx.Length, x.Length, nameof(tx));
        Require.SameLength(T.Length, x.Length, nameof(T));
        Require.SameLength(weight.Length, x.Length, nameof(weight));
        (_x, _tx, _bigT, _weight) = (x.ToArray(), tx.ToArray(), T.ToArray(), weight.ToArray());
        for (var i = 0; i < x.Length; i++)
        {
            Check(i, new(x[i], tx[i], T[i]), weight[i]);
            TotalWeight += weight[i];
            RepeatWeight += x[i] > 0 ? weight[i] : 0;
            TotalPurchases += weight[i] * x[i];
            LongestT = Math.Max(LongestT, T[i]);
        }

        _distinctX = new(() => DistinctColumn.Of(_x));
        _distinctTx = new(() => DistinctColumn.Of(_tx));
        _distinctT = new(() => DistinctColumn.Of(_bigT));
    }

    /// <summary>One customer per row.</summary>
    /// <exception cref="ArgumentException">As for the weighted constructor.</exception>
    public PurchaseHistories(ReadOnlySpan<double> x, ReadOnlySpan<double> tx, ReadOnlySpan<double> T)
        : this(x, tx, T, Ones(x.Length))
    {
    }

    /// <summary>Frequency by row.</summary>
    public ReadOnlySpan<double> X => _x;

    /// <summary>Recency by row, in periods.</summary>
    public ReadOnlySpan<double> Tx => _tx;

    /// <summary>Observation length by row, in periods.</summary>
    public ReadOnlySpan<double> T => _bigT;

    /// <summary>Customers each row stands for.</summary>
    public ReadOnlySpan<double> Weight => _weight;

    /// <summary>Number of rows.</summary>
    public int Count => _x.Length;

    /// <summary>Number of customers: the sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Customers with at least one repeat purchase day.</summary>
    public double RepeatWeight { get; }

    /// <summary>Σ w·x, the repeat purchase days of all customers.</summary>
    public double TotalPurchases { get; }

    /// <summary>
    /// Σ w·litt, the logarithms of all gaps between purchases in periods; null when they are not known. Only the
    /// likelihoods of regular buying ask for it, and they are linear in it: rows need no column for it.
    /// </summary>
    public double? TotalLogGaps { get; init; }

    /// <summary>The longest observation, in periods; 0 when there is no row.</summary>
    public double LongestT { get; }

    internal DistinctColumn DistinctX => _distinctX.Value;

    internal DistinctColumn DistinctTx => _distinctTx.Value;

    internal DistinctColumn DistinctT => _distinctT.Value;

    /// <summary>The history in row <paramref name="row"/>.</summary>
    public PurchaseHistory this[int row] => new(_x[row], _tx[row], _bigT[row]);

    /// <summary>About <paramref name="rows"/> weighted rows that stand for all; the same data give the same ones.</summary>
    internal PurchaseHistories Sample(int rows)
    {
        if (Count <= rows)
            return this;
        var (drawn, weight) = WeightedSample.Draw(_weight, TotalWeight, rows);
        double[] Of(double[] column) => Array.ConvertAll(drawn, row => column[row]);
        return new(Of(_x), Of(_tx), Of(_bigT), weight);
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }

    private static void Check(int row, in PurchaseHistory history, double weight)
    {
        var (x, tx, T) = history;
        Require.Row(x >= 0 && x == Math.Floor(x) && double.IsFinite(x), row, "x", x, "a whole number, 0 or more");
        Require.Row(T >= 0 && double.IsFinite(T), row, "T", T, "a finite number >= 0");
        Require.Row(tx >= 0 && tx <= T, row, "tx", tx, "a number from 0 to T, the end of observation");
        Require.Row(x == 0 == (tx == 0), row, "tx", tx, "0 exactly where x is 0: repeat days come after the first");
        Require.Row(weight > 0 && double.IsFinite(weight), row, "weight", weight, "a finite number > 0");
    }
}
