using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Expectations over the dropout probability p ~ Beta(a, b) by the trapezoidal rule in y = ln(p/(1−p)), where it
/// converges geometrically. Every term is positive, so nothing cancels: a → 1, a &lt; 1 and b in the thousands are no
/// special cases, as they are for the ₂F₁ forms of the papers.
/// </summary>
internal sealed class DropoutPosterior
{
    // e^(−π²/h) is the rule's error for the steepest integrand used here: 5e-16.
    private const double WidestStep = 0.28;
    private const double Negligible = -38;

    // Beyond this logit p (or 1 − p) is so near 0 that no integrand changes: the rest is one geometric series.
    private const double Flat = 70;

    private readonly double[] _p;
    private readonly double[] _q;
    private readonly double[] _weightOverP;
    private readonly double _weightAtZero;

    public DropoutPosterior(double a, double b)
    {
        var h = Step(a, b);
        var mode = (int)Math.Round(Math.Log(a / b) / h);
        var top = LogDensity(mode * h, a, b);
        var (first, last) = (mode, mode);
        while (first * h > -Flat && LogDensity(first * h, a, b) - top > Negligible)
            first--;
        while (last * h < Flat && LogDensity(last * h, a, b) - top > Negligible)
            last++;

        var count = last - first + 2;
        (_p, _q) = (new double[count], new double[count]);
        var weight = new double[count];
        for (var k = first; k <= last; k++)
        {
            (_p[k - first], _q[k - first]) = (Stable.Logistic(k * h), Stable.Logistic(-k * h));
            weight[k - first] = Math.Exp(LogDensity(k * h, a, b) - top);
        }

        _p[count - 1] = 1;
        weight[count - 1] = weight[count - 2] / Stable.Expm1(b * h);
        _weightAtZero = weight[0] / Stable.Expm1(a * h);
        var total = weight.Sum() + _weightAtZero;
        _weightAtZero /= total;
        _weightOverP = new double[count];
        for (var k = 0; k < count; k++)
            _weightOverP[k] = weight[k] / total / _p[k];
    }

    /// <summary>
    /// E[(1 − (1 + pz)^(−R))/p]: purchases within t of a customer alive now whose rate is Gamma(R, A), z = t/A.
    /// Given rate λ and p, purchases come at the thinning rate λe^(−λpu); integrate over u, then over λ, then p.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Purchases(double R, double z)
    {
        var (sum, k) = (Vector<double>.Zero, 0);
        var (zs, rs) = (new Vector<double>(z), new Vector<double>(R));
        for (; k <= _p.Length - Vector<double>.Count; k += Vector<double>.Count)
        {
            var left = StableLanes.Log1p(new Vector<double>(_p, k) * zs) * rs;
            sum += new Vector<double>(_weightOverP, k) * StableLanes.OneMinusExp(left);
        }

        var total = Vector.Sum(sum) + (_weightAtZero * R * z);
        for (; k < _p.Length; k++)
            total -= _weightOverP[k] * Stable.Expm1(-R * Stable.Log1p(_p[k] * z));
        return total;
    }

    /// <summary>E[f(p, 1 − p)] for an f that is bounded, analytic around [0, 1] and flat towards both ends.</summary>
    public double Mean(Func<double, double, double> f)
    {
        var sum = _weightAtZero * f(0, 1);
        for (var k = 0; k < _p.Length; k++)
            sum += _weightOverP[k] * _p[k] * f(_p[k], _q[k]);
        return sum;
    }

    /// <summary>E[1/p] = (a + b − 1)/(a − 1); infinite for a ≤ 1.</summary>
    public static double MeanInverse(double a, double b) => a > 1 ? (a + b - 1) / (a - 1) : double.PositiveInfinity;

    private static double Step(double a, double b)
    {
        var h = WidestStep;
        while (Decay(a, b, 2 * Math.PI / h) > -36)
            h *= 0.8;
        return h;
    }

    /// <summary>ln |characteristic function| of the density at ω: what the trapezoidal rule of step 2π/ω misses.</summary>
    private static double Decay(double a, double b, double omega) =>
        Gamma.Log(new Complex(a, omega)).Real - Gamma.Log(a) + Gamma.Log(new Complex(b, omega)).Real - Gamma.Log(b);

    private static double LogDensity(double y, double a, double b) =>
        -(a * (Math.Max(-y, 0) + Stable.Log1p(Math.Exp(-Math.Abs(y)))))
        - (b * (Math.Max(y, 0) + Stable.Log1p(Math.Exp(-Math.Abs(y)))));
}
