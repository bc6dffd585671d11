namespace Mainstay.Statistics.Survival;

/// <summary>What is known about each row beside its duration, as named columns. Immutable.</summary>
public sealed class Covariates
{
    private readonly double[][] _columns;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="names">Each column's name, all different.</param>
    /// <param name="columns">Each column's values, finite, one per row.</param>
    /// <exception cref="ArgumentException">Lengths differ, a name comes twice, or a value is not finite.</exception>
    public Covariates(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> columns)
    {
        Require.SameLength(columns.Count, names.Count, nameof(columns));
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            throw new ArgumentException("A covariate's name comes twice; expected all different.", nameof(names));
        Names = [.. names];
        _columns = [.. columns.Select(column => column.ToArray())];
        for (var column = 0; column < _columns.Length; column++)
        {
            Require.SameLength(_columns[column].Length, Rows, Names[column]);
            for (var i = 0; i < Rows; i++)
            {
                var value = _columns[column][i];
                Require.Row(double.IsFinite(value), i, Names[column], value, "a finite number");
            }
        }
    }

    /// <summary>No covariates, for any number of rows.</summary>
    public static Covariates None { get; } = new([], []);

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>Number of rows; 0 without columns.</summary>
    public int Rows => _columns.Length == 0 ? 0 : _columns[0].Length;

    /// <summary>The values of one column.</summary>
    /// <param name="index">Which column, from 0.</param>
    public ReadOnlySpan<double> Column(int index) => _columns[index];
}
