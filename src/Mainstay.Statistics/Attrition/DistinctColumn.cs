namespace Mainstay.Statistics.Attrition;

/// <summary>The different values of a column, and for each row which of them it holds.</summary>
internal sealed class DistinctColumn
{
    private DistinctColumn(double[] values, int[] of) => (Values, Rows) = (values, of);

    public double[] Values { get; }

    private int[] Rows { get; }

    public int Count => Values.Length;

    public int this[int row] => Rows[row];

    public static DistinctColumn Of(ReadOnlySpan<double> column)
    {
        var index = new Dictionary<double, int>();
        var of = new int[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            if (!index.TryGetValue(column[i], out var at))
                index.Add(column[i], at = index.Count);
            of[i] = at;
        }

        var values = new double[index.Count];
        foreach (var (value, at) in index)
            values[at] = value;
        return new(values, of);
    }
}
