using System.Numerics;
using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// E[Λ/(κ + Λp)] for Λ ~ Gamma(R, 1) and p ~ Beta(a, b), independent: the discounted purchases of a customer alive
/// now, at κ = δ(α + T). By 1/(1+u) = 1/2πi ∫ π/sin(πs) u^(−s) ds the expectation becomes one of powers, and those are
/// gamma functions (a Mellin–Barnes integral):
/// <code>1/2πi ∫ κ^(s−1) · π/sin(πs) · Γ(R+1−s)/Γ(R) · Γ(a−s)Γ(a+b)/(Γ(a)Γ(a+b−s)) ds,  0 &lt; Re s &lt; min(1, a).</code>
/// The integrand dies off as e^(−π|s|), so the trapezoidal rule is exact to twelve digits with some 200 nodes,
/// and the nodes do not depend on κ: once per x, then one polynomial per T.
/// </summary>
internal sealed class DiscountTransform
{
    // The rule errs by e^(−2πd/h) times the residue of a pole at distance d. The left pole's residue is R/κ, which
    // dwarfs the answer where κ is tiny: hence the contour nearer to the right one, at e^−36 for it and e^−67 for 0.
    private const double Digits = 36;
    private const double Right = 0.35;

    // With a smaller the strip left of a is too narrow: pass 0 on its left instead and add its residue, R/κ.
    private const double NarrowStrip = 0.3;

    private readonly double _shape;
    private readonly double _c;
    private readonly double _h;
    private readonly Complex[] _terms;

    public DiscountTransform(double R, double a, double b)
    {
        _shape = R;
        var strip = a < NarrowStrip ? 1 : Math.Min(1, a);
        _c = a < NarrowStrip ? -Right : strip * (1 - Right);
        _h = 2 * Math.PI * Right * strip / Digits;
        var constant = Gamma.Log(a + b) - Gamma.Log(a) - Gamma.Log(R) + Math.Log(_h / 2);
        var terms = new List<Complex>();
        for (var k = 0; k == 0 || terms[^1].Magnitude > 1e-17 * terms[0].Magnitude; k++)
        {
            var s = new Complex(_c, k * _h);
            var log = constant + Gamma.Log(R + 1 - s) + Gamma.Log(a - s) - Gamma.Log(a + b - s);
            terms.Add(Complex.Exp(log) / Complex.Sin(Math.PI * s) * (k == 0 ? 1 : 2));
        }

        _terms = [.. terms];
    }

    /// <summary>The expectation at κ &gt; 0.</summary>
    public double At(double kappa)
    {
        var logKappa = Math.Log(kappa);
        var (sin, cos) = Math.SinCos(_h * logKappa);
        var (real, imaginary) = (0.0, 0.0);
        for (var k = _terms.Length - 1; k >= 0; k--)
        {
            var term = _terms[k];
            (real, imaginary) = (
                (real * cos) - (imaginary * sin) + term.Real,
                (real * sin) + (imaginary * cos) + term.Imaginary);
        }

        var integral = real * Math.Exp((_c - 1) * logKappa);
        return _c < 0 ? (_shape / kappa) + integral : integral;
    }
}
