namespace Mainstay.Statistics.Fitting;

/// <summary>Where a search for the maximum ended.</summary>
/// <param name="Theta">The logarithms of the parameters.</param>
/// <param name="Value">ℓ there.</param>
/// <param name="Hessian">∇²ℓ there, row by row.</param>
/// <param name="Converged">Whether another Newton step would gain nothing worth having.</param>
/// <param name="Evaluations">Likelihood evaluations spent.</param>
internal sealed record Ascent(double[] Theta, double Value, double[] Hessian, bool Converged, int Evaluations)
{
    /// <summary>Standard errors of θ; null unless the Hessian is negative definite.</summary>
    public double[]? StandardErrors()
    {
        var n = Theta.Length;
        var eigen = Eigen.Of(Hessian, n);
        var steepest = eigen.Values.Min();
        if (eigen.Values.Max() >= steepest * -1e-14 * n || !eigen.Values.All(double.IsFinite))
            return null;
        var errors = new double[n];
        for (var k = 0; k < n; k++)
        {
            var variance = 0.0;
            for (var i = 0; i < n; i++)
                variance -= eigen.Vectors[(k * n) + i] * eigen.Vectors[(k * n) + i] / eigen.Values[i];
            errors[k] = Math.Sqrt(variance);
        }

        return errors;
    }
}
