using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    // Vector code is not precompiled: without this its first, long loop runs unoptimised.
    /// <summary>1/(1 + e^(−v)) in the place of every v, infinite ones included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Logistic(Span<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < vectors.Length; i++)
        {
            var v = vectors[i];
            var e = Vector.Exp(-Vector.Abs(v));
            vectors[i] = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(v, Vector<double>.Zero), Vector<double>.One, e)
                / (Vector<double>.One + e);
        }

        foreach (ref var v in values[(vectors.Length * Vector<double>.Count)..])
            v = Stable.Logistic(v);
    }
}
