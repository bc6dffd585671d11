using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Covariates with mean 0 and deviation 1, without those that are constant or a sum of those before them: the search
/// then sees every covariate in the same units, and every direction has a curvature.
/// </summary>
internal sealed class Standardised
{
    // What is left of a column after the others, relative to the column: under this it is rounding.
    private const double Nothing = 1e-9;

    private Standardised(int[] kept, double[] mean, double[] deviation, double[] values) =>
        (Kept, Mean, Deviation, Values) = (kept, mean, deviation, values);

    /// <summary>Columns in use.</summary>
    public int[] Kept { get; }

    /// <summary>Weighted mean of each column in use.</summary>
    public double[] Mean { get; }

    /// <summary>Weighted standard deviation of each column in use.</summary>
    public double[] Deviation { get; }

    /// <summary>Row by row, (x − mean)/deviation of the columns in use.</summary>
    public double[] Values { get; }

    /// <param name="covariates">The columns.</param>
    /// <param name="weight">Weight by row.</param>
    /// <param name="group">Within these a column must vary to be of use.</param>
    public static Standardised Of(Covariates covariates, ReadOnlySpan<double> weight, int[] group)
    {
        var (kept, basis) = (new List<int>(), new List<double[]>());
        for (var column = 0; column < covariates.Count; column++)
        {
            var rest = Centred(covariates.Column(column), weight, group);
            var before = Norm(rest);
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var unit in basis)
                    Subtract(rest, unit, Dot(rest, unit));
            }

            var left = Norm(rest);
            var noise = 1e-12 * Largest(covariates.Column(column)) * Sqrt(rest.Length);
            if (left <= Max(Nothing * before, noise))
                continue;
            kept.Add(column);
            basis.Add(Array.ConvertAll(rest, value => value / left));
        }

        return Scaled(covariates, weight, [.. kept]);
    }

    private static Standardised Scaled(Covariates covariates, ReadOnlySpan<double> weight, int[] kept)
    {
        var (n, p) = (weight.Length, kept.Length);
        var (mean, deviation, values) = (new double[p], new double[p], new double[n * p]);
        var total = 0.0;
        foreach (var w in weight)
            total += w;
        for (var j = 0; j < p; j++)
        {
            var column = covariates.Column(kept[j]);
            var square = 0.0;
            for (var i = 0; i < n; i++)
                mean[j] += weight[i] / total * column[i];
            for (var i = 0; i < n; i++)
                square += weight[i] / total * (column[i] - mean[j]) * (column[i] - mean[j]);
            deviation[j] = Sqrt(square);
            for (var i = 0; i < n; i++)
                values[(i * p) + j] = (column[i] - mean[j]) / deviation[j];
        }

        return new(kept, mean, deviation, values);
    }

    private static double[] Centred(ReadOnlySpan<double> column, ReadOnlySpan<double> weight, int[] group)
    {
        var groups = group.Length == 0 ? 1 : group.Max() + 1;
        var (sums, totals, centred) = (new double[groups], new double[groups], column.ToArray());
        for (var i = 0; i < centred.Length; i++)
        {
            sums[group[i]] += weight[i] * centred[i];
            totals[group[i]] += weight[i];
        }

        for (var i = 0; i < centred.Length; i++)
            centred[i] -= sums[group[i]] / totals[group[i]];
        return centred;
    }

    private static double Norm(double[] column) => Sqrt(Dot(column, column));

    private static double Dot(double[] u, double[] v)
    {
        var sum = 0.0;
        for (var i = 0; i < u.Length; i++)
            sum += u[i] * v[i];
        return sum;
    }

    private static double Largest(ReadOnlySpan<double> column)
    {
        var largest = 0.0;
        foreach (var value in column)
            largest = Max(largest, Abs(value));
        return largest;
    }

    private static void Subtract(double[] from, double[] unit, double times)
    {
        for (var i = 0; i < from.Length; i++)
            from[i] -= times * unit[i];
    }
}
