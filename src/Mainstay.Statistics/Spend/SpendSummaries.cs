using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Spend;

/// <summary>What each customer spends per repeat purchase day, as columns. Immutable.</summary>
public sealed partial class SpendSummaries
{
    private readonly double[] _x;
    private readonly double[] _meanSpend;
    private readonly double[] _weight;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="x">Frequency: repeat purchase days, whole and not negative.</param>
    /// <param name="meanSpend">z̄, mean spend per repeat purchase day; any finite number.</param>
    /// <param name="weight">How many customers each row stands for, more than 0.</param>
    /// <exception cref="ArgumentException">Lengths differ or a row breaks a rule above; the message names it.</exception>
    public SpendSummaries(ReadOnlySpan<double> x, ReadOnlySpan<double> meanSpend, ReadOnlySpan<double> weight)
    {
        Require.SameLength(meanSpend.Length, x.Length, nameof(meanSpend));
        Require.SameLength(weight.Length, x.Length, nameof(weight));
        (_x, _meanSpend, _weight) = (x.ToArray(), meanSpend.ToArray(), weight.ToArray());
        for (var i = 0; i < x.Length; i++)
        {
            Require.Row(x[i] >= 0 && x[i] == Math.Floor(x[i]) && double.IsFinite(x[i]), i, "x", x[i], "a whole number, 0 or more");
            Require.Row(double.IsFinite(meanSpend[i]), i, "meanSpend", meanSpend[i], "a finite number");
            Require.Row(weight[i] > 0 && double.IsFinite(weight[i]), i, "weight", weight[i], "a finite number > 0");
            TotalWeight += weight[i];
        }
    }

    /// <summary>One customer per row.</summary>
    /// <exception cref="ArgumentException">As for the weighted constructor.</exception>
    public SpendSummaries(ReadOnlySpan<double> x, ReadOnlySpan<double> meanSpend)
        : this(x, meanSpend, Enumerable.Repeat(1.0, x.Length).ToArray())
    {
    }

    /// <summary>Frequency by row.</summary>
    public ReadOnlySpan<double> X => _x;

    /// <summary>Mean spend per repeat purchase day, by row.</summary>
    public ReadOnlySpan<double> MeanSpend => _meanSpend;

    /// <summary>Customers each row stands for.</summary>
    public ReadOnlySpan<double> Weight => _weight;

    /// <summary>Number of rows.</summary>
    public int Count => _x.Length;

    /// <summary>Number of customers: the sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Customers weighted equally: Σ w·z̄ / Σ w; 0 without rows.</summary>
    public double MeanOfMeans()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += _weight[i] * _meanSpend[i];
        return Count == 0 ? 0 : sum / TotalWeight;
    }

    /// <summary>The rows a spend model can use: x and z̄ above 0.</summary>
    internal SpendSummaries Usable()
    {
        var rows = Enumerable.Range(0, Count).Where(i => _x[i] > 0 && _meanSpend[i] > 0).ToArray();
        return rows.Length == Count ? this : Rows(rows, Array.ConvertAll(rows, row => _weight[row]));
    }

    internal SpendSummaries Sample(int rows)
    {
        if (Count <= rows)
            return this;
        var (drawn, weight) = WeightedSample.Draw(_weight, TotalWeight, rows);
        return Rows(drawn, weight);
    }

    private SpendSummaries Rows(int[] rows, double[] weight) =>
        new(Array.ConvertAll(rows, row => _x[row]), Array.ConvertAll(rows, row => _meanSpend[row]), weight);
}
