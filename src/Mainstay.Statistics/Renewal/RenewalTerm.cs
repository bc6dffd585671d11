using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Renewal;

/// <summary>
/// ln S(t) or ln P(T = t) of a beta-discrete-Weibull with its derivatives in (α, β, c), row by row. With c = 1, the
/// shifted beta-geometric, P has a closed form that keeps its digits however rare leaving is. Mutable, reused.
/// </summary>
internal sealed class RenewalTerm(double alpha, double beta, double c, int parameters)
{
    public double Value { get; private set; }

    public double[] Gradient { get; } = new double[3];

    /// <summary>All nine entries.</summary>
    public double[] Hessian { get; } = new double[9];

    /// <summary>ln B(α, β + u) − ln B(α, β).</summary>
    public static double LogSurvival(double alpha, double beta, double u) =>
        GammaRatio.Log(beta, alpha) - GammaRatio.Log(beta + u, alpha);

    /// <summary>ln S(t) = ln B(α, β + tᶜ) − ln B(α, β).</summary>
    public RenewalTerm Survive(double t)
    {
        var u = Pow(t, c);
        var (log, ab) = (t > 0 ? Log(t) : 0, alpha + beta);
        Value = LogSurvival(alpha, beta, u);
        var (psi, psiU) = (Gamma.Digamma(ab) - Gamma.Digamma(ab + u), Gamma.Digamma(beta + u) - Gamma.Digamma(ab + u));
        Set(Gradient, psi, Gamma.Digamma(beta + u) - Gamma.Digamma(beta) + psi, psiU * u * log);

        var whole = Gamma.Trigamma(ab) - Gamma.Trigamma(ab + u);
        var slope = Gamma.Trigamma(beta + u) - Gamma.Trigamma(ab + u);
        SetHessian(
            whole, whole, -Gamma.Trigamma(ab + u) * u * log,
            Gamma.Trigamma(beta + u) - Gamma.Trigamma(beta) + whole, slope * u * log,
            ((slope * u) + psiU) * u * log * log);
        return this;
    }

    /// <summary>ln P(T = t): leaving at the t-th renewal.</summary>
    public RenewalTerm Leave(double t) => parameters == 2 ? LeaveGeometric(t) : LeaveWeibull(t);

    /// <summary>ln P = ln α + lnΓ(β + t − 1) − lnΓ(β) + lnΓ(α + β) − lnΓ(α + β + t). [FH07 eq. 5]</summary>
    private RenewalTerm LeaveGeometric(double t)
    {
        var (ab, bt) = (alpha + beta, beta + t - 1);
        Value = Log(alpha) + GammaRatio.Log(beta, alpha) - GammaRatio.Log(bt, alpha + 1);
        var psi = Gamma.Digamma(ab) - Gamma.Digamma(ab + t);
        Set(Gradient, (1 / alpha) + psi, Gamma.Digamma(bt) - Gamma.Digamma(beta) + psi, 0);
        var whole = Gamma.Trigamma(ab) - Gamma.Trigamma(ab + t);
        SetHessian(
            whole - (1 / (alpha * alpha)), whole, 0, Gamma.Trigamma(bt) - Gamma.Trigamma(beta) + whole, 0, 0);
        return this;
    }

    /// <summary>
    /// P = S(t − 1) − S(t): with ρ = S(t)/S(t − 1), ∇P/P = (∇ln S₁ − ρ∇ln S₂)/(1 − ρ), and ∇²P likewise.
    /// </summary>
    private RenewalTerm LeaveWeibull(double t)
    {
        var before = Survive(t - 1).Value;
        var (g1, h1) = ((double[])Gradient.Clone(), (double[])Hessian.Clone());
        var logRatio = Survive(t).Value - before;
        var (ratio, gone) = (Exp(logRatio), -Stable.Expm1(logRatio));
        var (g2, h2) = ((double[])Gradient.Clone(), (double[])Hessian.Clone());
        Value = before + Log(gone);
        for (var i = 0; i < 3; i++)
            Gradient[i] = (g1[i] - (ratio * g2[i])) / gone;
        for (var at = 0; at < 9; at++)
        {
            var (i, j) = (at / 3, at % 3);
            var second = (h1[at] + (g1[i] * g1[j])) - (ratio * (h2[at] + (g2[i] * g2[j])));
            Hessian[at] = (second / gone) - (Gradient[i] * Gradient[j]);
        }

        return this;
    }

    private void SetHessian(double aa, double ab, double ac, double bb, double bc, double cc)
    {
        Set(Hessian.AsSpan(0, 3), aa, ab, ac);
        Set(Hessian.AsSpan(3, 3), ab, bb, bc);
        Set(Hessian.AsSpan(6, 3), ac, bc, cc);
    }

    private static void Set(Span<double> target, double first, double second, double third) =>
        (target[0], target[1], target[2]) = (first, second, third);
}
