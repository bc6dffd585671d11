namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Histories of many customers who can buy at set opportunities, equal ones merged into one row with a weight. There are
/// few different ones: 22 for six opportunities. Immutable.
/// </summary>
public sealed class OpportunityHistories
{
    private readonly OpportunityHistory[] _rows;
    private readonly double[] _weight;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="x">Opportunities bought at, from 0 to <paramref name="tx"/>.</param>
    /// <param name="tx">Number of the last of them, at most <paramref name="n"/>; 0 exactly where x is 0.</param>
    /// <param name="n">Opportunities since the first purchase.</param>
    /// <param name="weight">How many customers each row stands for, more than 0.</param>
    /// <exception cref="ArgumentException">Lengths differ or a row breaks a rule above; the message names it.</exception>
    public OpportunityHistories(
        ReadOnlySpan<int> x, ReadOnlySpan<int> tx, ReadOnlySpan<int> n, ReadOnlySpan<double> weight)
    {
        Require.SameLength(tx.Length, x.Length, nameof(tx));
        Require.SameLength(n.Length, x.Length, nameof(n));
        Require.SameLength(weight.Length, x.Length, nameof(weight));
        (_rows, _weight) = (new OpportunityHistory[x.Length], weight.ToArray());
        for (var i = 0; i < x.Length; i++)
        {
            Require.Row(n[i] >= 0, i, nameof(n), n[i], "a whole number, 0 or more");
            Require.Row(tx[i] >= 0 && tx[i] <= n[i], i, nameof(tx), tx[i], "a whole number from 0 to n");
            Require.Row(x[i] >= 0 && x[i] <= tx[i], i, nameof(x), x[i], "a whole number from 0 to tx");
            Require.Row(x[i] == 0 == (tx[i] == 0), i, nameof(tx), tx[i], "0 exactly where x is 0");
            Require.Row(weight[i] > 0 && double.IsFinite(weight[i]), i, nameof(weight), weight[i], "a finite number > 0");
            _rows[i] = new(x[i], tx[i], n[i]);
            TotalWeight += weight[i];
            RepeatWeight += x[i] > 0 ? weight[i] : 0;
            Longest = Math.Max(Longest, n[i]);
        }
    }

    /// <summary>Customers each row stands for.</summary>
    public ReadOnlySpan<double> Weight => _weight;

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Number of customers: the sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Customers who bought at one opportunity or more.</summary>
    public double RepeatWeight { get; }

    /// <summary>The most opportunities anybody has had.</summary>
    public int Longest { get; }

    /// <summary>The history in row <paramref name="row"/>.</summary>
    public OpportunityHistory this[int row] => _rows[row];
}
