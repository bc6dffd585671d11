namespace Mainstay.Statistics.Fitting;

/// <summary>Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations: exact enough, and no surprise.</summary>
internal sealed class Eigen
{
    private Eigen(double[] values, double[] vectors) => (Values, Vectors) = (values, vectors);

    /// <summary>λᵢ, in no particular order.</summary>
    public double[] Values { get; }

    /// <summary>Column i (stride n) is the unit vector of λᵢ.</summary>
    public double[] Vectors { get; }

    public static Eigen Of(ReadOnlySpan<double> symmetric, int n)
    {
        var (m, v) = (symmetric.ToArray(), new double[n * n]);
        for (var i = 0; i < n; i++)
            v[(i * n) + i] = 1;
        for (var sweep = 0; sweep < 60 && OffDiagonal(m, n) > 0; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                    Rotate(m, v, n, p, q);
            }
        }

        var values = new double[n];
        for (var i = 0; i < n; i++)
            values[i] = m[(i * n) + i];
        return new(values, v);
    }

    /// <summary>Σᵢ vᵢ (vᵢ·g) · scale(λᵢ): the vector g through a function of the matrix.</summary>
    public double[] Apply(ReadOnlySpan<double> g, Func<double, double> scale)
    {
        var n = g.Length;
        var result = new double[n];
        for (var i = 0; i < n; i++)
        {
            var along = 0.0;
            for (var k = 0; k < n; k++)
                along += Vectors[(k * n) + i] * g[k];
            along *= scale(Values[i]);
            for (var k = 0; k < n; k++)
                result[k] += Vectors[(k * n) + i] * along;
        }

        return result;
    }

    private static double OffDiagonal(double[] m, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
                sum += Math.Abs(m[(i * n) + j]) > 1e-17 * Math.Sqrt(Math.Abs(m[(i * n) + i] * m[(j * n) + j])) ? 1 : 0;
        }

        return sum;
    }

    private static void Rotate(double[] m, double[] v, int n, int p, int q)
    {
        var off = m[(p * n) + q];
        if (off == 0)
            return;
        var tau = (m[(q * n) + q] - m[(p * n) + p]) / (2 * off);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (m[(k * n) + p], m[(k * n) + q]);
            (m[(k * n) + p], m[(k * n) + q]) = ((c * kp) - (s * kq), (s * kp) + (c * kq));
        }

        for (var k = 0; k < n; k++)
        {
            var (pk, qk) = (m[(p * n) + k], m[(q * n) + k]);
            (m[(p * n) + k], m[(q * n) + k]) = ((c * pk) - (s * qk), (s * pk) + (c * qk));
            var (vp, vq) = (v[(k * n) + p], v[(k * n) + q]);
            (v[(k * n) + p], v[(k * n) + q]) = ((c * vp) - (s * vq), (s * vp) + (c * vq));
        }
    }
}
