namespace Mainstay.Statistics.Fitting;

/// <summary>Small symmetric matrices, row by row, through their eigenvalues.</summary>
internal static class Symmetric
{
    // Curvatures smaller than this share of the largest are rounding.
    private const double Flat = 1e-14;

    /// <summary>M⁻¹; null unless M is positive definite.</summary>
    public static double[]? Inverse(double[] m, int n)
    {
        var eigen = Eigen.Of(m, n);
        if (n > 0 && !(eigen.Values.Min() > Flat * n * eigen.Values.Max()))
            return null;
        var inverse = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            var unit = new double[n];
            unit[k] = 1;
            eigen.Apply(unit, value => 1 / value).CopyTo(inverse, k * n);
        }

        return inverse;
    }

    /// <summary>The diagonal of M⁻¹, beyond all bounds where a direction of M is flat.</summary>
    public static double[] Variances(double[] m, int n)
    {
        var eigen = Eigen.Of(m, n);
        var variances = new double[n];
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var along = eigen.Vectors[(k * n) + i];
                variances[k] += along * along / Math.Max(1e-100, eigen.Values[i]);
            }
        }

        return variances;
    }

    /// <summary>uᵀM⁻u over the directions in which M says anything, and how many these are.</summary>
    public static (double Value, int Rank) Quadratic(double[] u, double[] m)
    {
        var eigen = Eigen.Of(m, u.Length);
        var least = 1e-10 * eigen.Values.DefaultIfEmpty(0).Max();
        var inverse = eigen.Apply(u, value => value > least ? 1 / value : 0);
        var sum = u.Zip(inverse, (x, y) => x * y).Sum();
        return (Math.Max(0, sum), eigen.Values.Count(value => value > least));
    }

    /// <summary>M·u.</summary>
    public static double[] Times(double[] m, ReadOnlySpan<double> u)
    {
        var product = new double[u.Length];
        for (var j = 0; j < u.Length; j++)
        {
            for (var k = 0; k < u.Length; k++)
                product[j] += m[(j * u.Length) + k] * u[k];
        }

        return product;
    }
}
