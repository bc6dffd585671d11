using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// The nodes y of <see cref="Race"/>'s integrals at one time t after another, with all that depends on t taken once:
/// what remains for each x is Σ e^(w − p·ln(1 + y/A)). Mutable: it holds the time it was last asked for.
/// </summary>
internal sealed class RaceNodes
{
    // Beyond it y/A may overflow, and ln(1 + y/A) is ln y − ln A to the last digit.
    private const double Far = 600;

    // Vector.Exp is slow where it underflows.
    private const double Floor = -700;

    private static readonly int s_lanes = Vector<double>.Count;

    private readonly double[] _logY;
    private readonly double[] _y;
    private readonly double[] _logWeight;
    private readonly double[] _w;
    private readonly double[] _lnA;
    private readonly double[] _ratio;
    private readonly double[] _f;
    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[] _c;
    private readonly double[] _d;

    public RaceNodes(HalfLine nodes)
    {
        Count = nodes.LogY.Length;
        var length = (Count + s_lanes - 1) / s_lanes * s_lanes;
        double[] Padded(double[] column, double by) => [.. column, .. Enumerable.Repeat(by, length - Count)];
        _logY = Padded(nodes.LogY, 0);
        _y = Array.ConvertAll(_logY, y => Exp(Min(y, Far)));
        _logWeight = Padded(nodes.LogWeight, double.NegativeInfinity);
        double[] Empty() => new double[length];
        (_w, _lnA, _ratio, _f, _a, _b, _c, _d) = (
            Empty(), Empty(), Empty(), Empty(), Empty(), Empty(), Empty(), Empty());
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Moves to time t; what only the means need is left out unless they are asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void At(double t, double alpha, double beta, double q, bool means)
    {
        var (A, B) = (alpha + t, beta + t);
        var (La, Lb) = (Stable.Log1p(t / alpha), Stable.Log1p(t / beta));
        for (var k = 0; k < _y.Length; k += s_lanes)
        {
            var y = new Vector<double>(_y, k);
            var (lnA, lnB) = (StableLanes.Log1p(y / new Vector<double>(A)), StableLanes.Log1p(y / new Vector<double>(B)));
            lnA.CopyTo(_lnA, k);
            (new Vector<double>(A) / (y + new Vector<double>(A))).CopyTo(_ratio, k);
            (new Vector<double>(_logWeight, k) - (new Vector<double>(q) * lnB)).CopyTo(_w, k);
            if (!means)
                continue;
            (lnA + new Vector<double>(La)).CopyTo(_a, k);
            (lnB + new Vector<double>(Lb)).CopyTo(_b, k);
            var tau = y + new Vector<double>(t);
            (tau / (y + new Vector<double>(A))).CopyTo(_c, k);
            (tau / (y + new Vector<double>(B))).CopyTo(_d, k);
        }

        for (var k = Count - 1; k >= 0 && _logY[k] > Far; k--)
        {
            (_lnA[k], _w[k]) = (_logY[k] - Log(A), _logWeight[k] - (q * (_logY[k] - Log(B))));
            (_a[k], _b[k]) = (_logY[k] - Log(alpha), _logY[k] - Log(beta));
        }
    }

    /// <summary>How many of the first <paramref name="count"/> nodes matter for p.</summary>
    public int Significant(double p, int count, double threshold)
    {
        while (count > 1 && _w[count - 1] - (p * _lnA[count - 1]) < threshold)
            count--;
        return count;
    }

    /// <summary>∫₀^∞ (1+y/A)^(−p) (1+y/B)^(−q) dy by the first <paramref name="count"/> nodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Start(double p, int count)
    {
        var (ps, floor, sum) = (new Vector<double>(p), new Vector<double>(Floor), Vector<double>.Zero);
        for (var k = 0; k < count; k += s_lanes)
        {
            var f = Vector.Exp(Vector.Max(new Vector<double>(_w, k) - (ps * new Vector<double>(_lnA, k)), floor));
            f.CopyTo(_f, k);
            sum += f;
        }

        return Vector.Sum(sum);
    }

    /// <summary>From the integral at p to that at p + 1: each term times A/(A + y), without an exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Advance(int count)
    {
        var sum = Vector<double>.Zero;
        for (var k = 0; k < count; k += s_lanes)
        {
            var f = new Vector<double>(_f, k) * new Vector<double>(_ratio, k);
            f.CopyTo(_f, k);
            sum += f;
        }

        return Vector.Sum(sum);
    }

    /// <summary>The same, with the means that <see cref="RaceTable.Fill"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Means(int count, Span<double> means)
    {
        Vector<double> sum = default, sa = default, sc = default, sb = default, sd = default, saa = default,
            sac = default, sab = default, sad = default, scc = default, scb = default, scd = default, sbb = default,
            sbd = default, sdd = default;
        for (var k = 0; k < count; k += s_lanes)
        {
            Vector<double> f = new(_f, k);
            Vector<double> a = new(_a, k), c = new(_c, k), b = new(_b, k), d = new(_d, k);
            var (fa, fc, fb, fd) = (f * a, f * c, f * b, f * d);
            sum += f;
            sa += fa;
            sc += fc;
            sb += fb;
            sd += fd;
            saa += fa * a;
            sac += fa * c;
            sab += fa * b;
            sad += fa * d;
            scc += fc * c;
            scb += fc * b;
            scd += fc * d;
            sbb += fb * b;
            sbd += fb * d;
            sdd += fd * d;
        }

        var total = Vector.Sum(sum);
        ReadOnlySpan<Vector<double>> all = [sa, sc, sb, sd, saa, sac, sab, sad, scc, scb, scd, sbb, sbd, sdd];
        for (var i = 0; i < all.Length; i++)
            means[i] = Vector.Sum(all[i]) / total;
        return total;
    }
}
