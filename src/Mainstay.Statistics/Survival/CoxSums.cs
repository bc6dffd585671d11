namespace Mainstay.Statistics.Survival;

/// <summary>Σ w·r, Σ w·r·z and Σ w·r·zzᵀ over a set of rows that changes. Mutable.</summary>
internal sealed class CoxSums(int parameters)
{
    private int _rows;

    public double Total { get; private set; }

    public double[] First { get; } = new double[parameters];

    /// <summary>Upper triangle.</summary>
    public double[] Second { get; } = new double[parameters * parameters];

    public void Add(double risk, ReadOnlySpan<double> z)
    {
        _rows++;
        Include(risk, z);
    }

    public void Remove(double risk, ReadOnlySpan<double> z)
    {
        _rows--;
        Include(-risk, z);
        if (_rows == 0)
            Clear();    // an empty set is 0, not what rounding left
    }

    public void Clear()
    {
        (_rows, Total) = (0, 0);
        Array.Clear(First);
        Array.Clear(Second);
    }

    private void Include(double risk, ReadOnlySpan<double> z)
    {
        Total += risk;
        for (var j = 0; j < z.Length; j++)
        {
            var rz = risk * z[j];
            First[j] += rz;
            for (var k = j; k < z.Length; k++)
                Second[(j * z.Length) + k] += rz * z[k];
        }
    }
}
