using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ of BG/BB with exact first and second derivatives: beta functions until t_x, then ln of a sum over the opportunity
/// before which the silent customer left. Each term is its predecessor times a rational factor, so its derivatives
/// follow by adding reciprocals. [FHS10 eq. 3]
/// </summary>
internal sealed class BgBbLikelihood(OpportunityHistories histories) : ILogLikelihood
{
    private const int N = 4;

    public int Parameters => N;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> p = [Exp(theta[0]), Exp(theta[1]), Exp(theta[2]), Exp(theta[3])];
        gradient.Clear();
        hessian.Clear();
        var value = 0.0;
        for (var i = 0; i < histories.Count; i++)
        {
            var ((x, tx, _), w) = (histories[i], histories.Weight[i]);
            value += AddBeta(0, p[0], p[1], x, tx - x, w, gradient, hessian);
            value += AddBeta(2, p[2], p[3], 0, tx, w, gradient, hessian);
            value += AddSilence(histories[i], p, w, gradient, hessian);
        }

        LogScale.Apply(p, gradient, hessian);
        return value;
    }

    /// <summary>w·[ln B(u+k, v+m) − ln B(u, v)], for the two parameters from <paramref name="at"/> on.</summary>
    private static double AddBeta(
        int at, double u, double v, int k, int m, double w, Span<double> gradient, Span<double> hessian)
    {
        Span<double> g = stackalloc double[N];
        Span<double> h = stackalloc double[N * N];
        g.Clear();
        h.Clear();
        var row = (at * N) + at;
        for (var j = 0; j < k; j++)
        {
            g[at] += 1 / (u + j);
            h[row] -= 1 / ((u + j) * (u + j));
        }

        for (var j = 0; j < m; j++)
        {
            g[at + 1] += 1 / (v + j);
            h[row + N + 1] -= 1 / ((v + j) * (v + j));
        }

        for (var j = 0; j < k + m; j++)
        {
            var whole = 1 / (u + v + j);
            foreach (var i in (ReadOnlySpan<int>)[at, at + 1])
                g[i] -= whole;
            foreach (var i in (ReadOnlySpan<int>)[row, row + 1, row + N + 1])
                h[i] += whole * whole;
        }

        for (var i = 0; i < N; i++)
            gradient[i] += w * g[i];
        for (var i = 0; i < N * N; i++)
            hessian[i] += w * h[i];
        return w * BetaRatio.Log(u, v, k, m);
    }

    /// <summary>w·ln Σ of the ways to be silent from t_x to n.</summary>
    private static double AddSilence(
        in OpportunityHistory history, ReadOnlySpan<double> p, double w, Span<double> gradient, Span<double> hessian)
    {
        var (x, tx, n) = history;
        if (tx == n)
            return 0;
        var (total, silent) = (0.0, 1.0);
        Span<double> first = stackalloc double[N];
        Span<double> second = stackalloc double[N * N];
        first.Clear();
        second.Clear();
        // ∂ and ∂² of ln silent: those of the not buying in [0], [1], those of the staying in [2], [3].
        Span<double> g = stackalloc double[N];
        Span<double> h = stackalloc double[N * N];
        g.Clear();
        h.Clear();
        for (var i = tx; i < n; i++)
        {
            Leave(p, p[2] + p[3] + i, silent, g, h, first, second, ref total);
            silent *= Stay(0, p[1] + i - x, p[0] + p[1] + i, g, h) * Stay(2, p[3] + i, p[2] + p[3] + i, g, h);
        }

        Add(silent, g, h, first, second, ref total);
        for (var i = 0; i < N; i++)
        {
            gradient[i] += w * first[i] / total;
            for (var j = i; j < N; j++)
                hessian[(i * N) + j] += w * ((second[(i * N) + j] / total) - (first[i] / total * (first[j] / total)));
        }

        return w * Log(total);
    }

    /// <summary>The factor v/all of a parameter pair (u, v), all = u + v + …; adds its logarithmic derivatives.</summary>
    private static double Stay(int at, double v, double all, Span<double> g, Span<double> h)
    {
        var (one, whole) = (1 / v, 1 / all);
        g[at] -= whole;
        g[at + 1] += one - whole;
        var row = (at * N) + at;
        h[row] += whole * whole;
        h[row + 1] += whole * whole;
        h[row + N + 1] += (whole * whole) - (one * one);
        return v / all;
    }

    /// <summary>Adds the term of leaving now, silent·γ/all.</summary>
    private static void Leave(
        ReadOnlySpan<double> p, double all, double silent, ReadOnlySpan<double> g, ReadOnlySpan<double> h,
        Span<double> first, Span<double> second, ref double total)
    {
        Span<double> gLeft = stackalloc double[N];
        Span<double> hLeft = stackalloc double[N * N];
        g.CopyTo(gLeft);
        h.CopyTo(hLeft);
        var whole = 1 / all;
        gLeft[2] += (1 / p[2]) - whole;
        gLeft[3] -= whole;
        hLeft[10] += (whole * whole) - (1 / (p[2] * p[2]));
        hLeft[11] += whole * whole;
        hLeft[15] += whole * whole;
        Add(silent * p[2] / all, gLeft, hLeft, first, second, ref total);
    }

    /// <summary>Adds a term e^f to the sum, f's derivatives given: ∂e^f = e^f ∂f, ∂²e^f = e^f (∂f∂f + ∂²f).</summary>
    private static void Add(
        double term, ReadOnlySpan<double> g, ReadOnlySpan<double> h, Span<double> first, Span<double> second,
        ref double total)
    {
        total += term;
        for (var i = 0; i < N; i++)
        {
            first[i] += term * g[i];
            for (var j = i; j < N; j++)
                second[(i * N) + j] += term * ((g[i] * g[j]) + h[(i * N) + j]);
        }
    }
}
