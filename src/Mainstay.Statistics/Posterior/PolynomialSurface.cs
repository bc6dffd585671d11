using MathNet.Numerics.LinearAlgebra;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// A polynomial in the principal axes of a posterior, fitted to exact values near its mode: a log posterior of thousands
/// of customers is that smooth, and a polynomial costs nothing to evaluate.
/// </summary>
internal sealed class PolynomialSurface
{
    private readonly int[][] _powers;
    private readonly Vector<double> _coefficients;

    private PolynomialSurface(int[][] powers, Vector<double> coefficients) =>
        (_powers, _coefficients) = (powers, coefficients);

    /// <summary>How many exact values the fit wants: three for every coefficient.</summary>
    public static int Wanted(int dimensions, int degree) => 3 * Powers(dimensions, degree).Length;

    /// <summary>Least squares through exact values at points, given one after another.</summary>
    public static PolynomialSurface Fit(
        ReadOnlySpan<double> points, ReadOnlySpan<double> values, int dimensions, int degree)
    {
        var powers = Powers(dimensions, degree);
        var design = Matrix<double>.Build.Dense(values.Length, powers.Length);
        var right = Vector<double>.Build.Dense(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            right[i] = values[i];
            for (var j = 0; j < powers.Length; j++)
                design[i, j] = Monomial(powers[j], points.Slice(i * dimensions, dimensions));
        }

        return new(powers, design.QR().Solve(right));
    }

    /// <summary>The polynomial at one point.</summary>
    public double At(ReadOnlySpan<double> point)
    {
        var sum = 0.0;
        for (var j = 0; j < _powers.Length; j++)
            sum += _coefficients[j] * Monomial(_powers[j], point);
        return sum;
    }

    private static double Monomial(int[] powers, ReadOnlySpan<double> point)
    {
        var product = 1.0;
        for (var i = 0; i < powers.Length; i++)
        {
            for (var k = 0; k < powers[i]; k++)
                product *= point[i];
        }

        return product;
    }

    private static int[][] Powers(int dimensions, int degree) =>
        [.. Enumerable.Range(0, (int)Math.Pow(degree + 1, dimensions))
            .Select(code => Enumerable.Range(0, dimensions)
                .Select(i => code / (int)Math.Pow(degree + 1, i) % (degree + 1)).ToArray())
            .Where(powers => powers.Sum() <= degree)];
}
