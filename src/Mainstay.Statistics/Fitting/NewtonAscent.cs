namespace Mainstay.Statistics.Fitting;

/// <summary>
/// Newton's method for a maximum, made safe: every curvature is taken by its size, so that the step climbs from
/// saddles too; no step is longer than <see cref="LongestStep"/>; a step that does not climb is halved; and θ stays
/// in a box of e^±12, where a parameter that wants to leave is held at the edge.
/// </summary>
internal static class NewtonAscent
{
    /// <summary>Parameters are sought between e⁻¹² and e¹² in scaled units; beyond that the data say "0" or "∞".</summary>
    public const double Edge = 12;

    private const double LongestStep = 2;

    // In units of log-likelihood, so the same for 10³ and 10⁶ customers: what the next step still promises to gain.
    private const double WorthHaving = 1e-16;

    // Where rounding hides gains that small, three steps without any end the search, if little was promised.
    private const double Little = 1e-6;
    private const int Patience = 3;

    public static Ascent Climb(
        ILogLikelihood likelihood, ReadOnlySpan<double> start, int maxSteps, CancellationToken cancellationToken)
    {
        var n = likelihood.Parameters;
        var theta = start.ToArray();
        var (gradient, hessian) = (new double[n], new double[n * n]);
        var value = likelihood.Evaluate(theta, gradient, hessian);
        var (evaluations, idle) = (1, 0);
        for (var step = 0; step < maxSteps && double.IsFinite(value); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = Direction(theta, gradient, hessian);
            var promise = Dot(direction, gradient) / 2;
            if (promise < WorthHaving || (promise < Little && idle >= Patience))
                return new(theta, value, hessian, true, evaluations);

            var (next, nextGradient, nextHessian) = (new double[n], new double[n], new double[n * n]);
            var (nextValue, share) = (double.NegativeInfinity, 1.0);
            var noise = 1e-13 * Math.Abs(value);
            for (; share > 1e-10; share /= 2)
            {
                for (var i = 0; i < n; i++)
                    next[i] = Math.Clamp(theta[i] + (share * direction[i]), -Edge, Edge);
                nextValue = likelihood.Evaluate(next, nextGradient, nextHessian);
                evaluations++;
                if (nextValue >= value + (1e-4 * share * promise) - noise)
                    break;
            }

            if (!(share > 1e-10))
                return new(theta, value, hessian, promise < Little, evaluations);
            idle = nextValue > value + noise ? 0 : idle + 1;
            (theta, value, gradient, hessian) = (next, nextValue, nextGradient, nextHessian);
        }

        return new(theta, value, hessian, false, evaluations);
    }

    private static double[] Direction(double[] theta, double[] gradient, double[] hessian)
    {
        var n = theta.Length;
        var (g, h) = (gradient.AsSpan().ToArray(), hessian.AsSpan().ToArray());
        for (var i = 0; i < n; i++)
        {
            if (Math.Abs(theta[i]) < Edge || theta[i] * g[i] < 0)
                continue;
            g[i] = 0;
            for (var k = 0; k < n; k++)
                h[(i * n) + k] = h[(k * n) + i] = 0;
        }

        var eigen = Eigen.Of(h, n);
        var floor = 1e-12 * eigen.Values.Max(Math.Abs) + 1e-300;
        var step = eigen.Apply(g, curvature => 1 / Math.Max(Math.Abs(curvature), floor));
        var longest = step.Max(Math.Abs);
        var shrink = longest > LongestStep ? LongestStep / longest : 1;
        return Array.ConvertAll(step, s => s * shrink);
    }

    private static double Dot(double[] u, double[] v)
    {
        var sum = 0.0;
        for (var i = 0; i < u.Length; i++)
            sum += u[i] * v[i];
        return sum;
    }
}
