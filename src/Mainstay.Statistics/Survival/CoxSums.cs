namespace Mainstay.Statistics.Survival;

/// <summary>Σ w·r, Σ w·r·z and Σ w·r·zzᵀ over a set of rows that changes. Mutable.</summary>
internal sealed class CoxSums(int parameters)
{
    // Once removals have taken all but this share, what is left is half rounding and must be added up afresh.
    private const double Worn = 1e-6;

    private int _rows;
    private double _peak;

    public double Total { get; private set; }

    /// <summary>Whether so much was taken away that the digits went with it.</summary>
    public bool IsWorn => _rows > 0 && Total < Worn * _peak;

    public double[] First { get; } = new double[parameters];

    /// <summary>Upper triangle.</summary>
    public double[] Second { get; } = new double[parameters * parameters];

    public void Add(double risk, ReadOnlySpan<double> z)
    {
        _rows++;
        Include(risk, z);
        _peak = Math.Max(_peak, Total);
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
        (_rows, _peak, Total) = (0, 0, 0);
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
