using System.Numerics;

namespace Mainstay.Statistics.Special;

/// <summary><see cref="Stable"/>, several at a time; Kahan's quotient undoes the rounding of 1 + v and of e^(−v).</summary>
internal static class StableLanes
{
    /// <summary>ln(1 + v) for v ≥ 0 and finite.</summary>
    public static Vector<double> Log1p(Vector<double> v)
    {
        var u = Vector<double>.One + v;
        var exact = Vector.Log(u) * (v / (u - Vector<double>.One));
        return Vector.ConditionalSelect(Vector.Equals(u, Vector<double>.One), v, exact);
    }

    /// <summary>1 − e^(−v) for v ≥ 0.</summary>
    public static Vector<double> OneMinusExp(Vector<double> v)
    {
        var u = Vector.Exp(-v);
        var near = (u - Vector<double>.One) * (v / Vector.Log(u));
        var far = Vector<double>.One - u;
        var chosen = Vector.ConditionalSelect(Vector.GreaterThan(v, Vector<double>.One), far, near);
        return Vector.ConditionalSelect(Vector.Equals(u, Vector<double>.One), v, chosen);
    }
}
