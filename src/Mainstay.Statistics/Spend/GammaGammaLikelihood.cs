using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Spend;

/// <summary>
/// ℓ = Σw[lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln γ + (px−1) ln z̄ + px ln x − (px+q) ln(γ+x z̄)] with exact first and
/// second derivatives. Rows are grouped by x: Γ and ψ are taken once per x, and a row costs one ln(γ + x z̄). [FH13]
/// </summary>
internal sealed class GammaGammaLikelihood : ILogLikelihood
{
    private const int N = 3;

    // So many totals, in the scaled unit of money, multiply to a double even where each is astronomical.
    private const int Factors = 8;

    private readonly List<Group> _groups;
    private readonly double[] _totalSpend;
    private readonly double[] _weight;

    public GammaGammaLikelihood(SpendSummaries summaries, double moneyScale)
    {
        var order = new int[summaries.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(summaries.X.ToArray(), order);
        _totalSpend = new double[order.Length];
        _weight = new double[order.Length];
        _groups = [];
        for (var first = 0; first < order.Length; first = _groups[^1].End)
        {
            var end = first + 1;
            while (end < order.Length && summaries.X[order[end]] == summaries.X[order[first]])
                end++;
            _groups.Add(Take(summaries, moneyScale, order.AsSpan(first, end - first), first));
        }
    }

    public int Parameters => N;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        Span<double> parameters = [Exp(theta[0]), Exp(theta[1]), Exp(theta[2])];
        var (p, q, gamma) = (parameters[0], parameters[1], parameters[2]);
        gradient.Clear();
        hessian.Clear();
        var (lnGammaQ, psiQ, psi1Q) = (Gamma.Log(q), Gamma.Digamma(q), Gamma.Trigamma(q));
        var value = 0.0;
        foreach (var (x, first, _, end, w, logs) in _groups)
        {
            var (sumLog, sumInverse, sumSquare) = Sums(gamma, first, end);
            var (px, pxq) = (p * x, p * x + q);
            value += w * (Gamma.Log(pxq) - Gamma.Log(px) - lnGammaQ + q * theta[2] + px * Log(x))
                + (px - 1) * logs - pxq * sumLog;

            gradient[0] += x * (w * (Gamma.Digamma(pxq) - Gamma.Digamma(px) + Log(x)) + logs - sumLog);
            gradient[1] += w * (Gamma.Digamma(pxq) - psiQ + theta[2]) - sumLog;
            gradient[2] += w * q / gamma - pxq * sumInverse;

            var psi1 = Gamma.Trigamma(pxq);
            hessian[0] += x * x * w * (psi1 - Gamma.Trigamma(px));
            hessian[1] += x * w * psi1;
            hessian[2] -= x * sumInverse;
            hessian[N + 1] += w * (psi1 - psi1Q);
            hessian[N + 2] += w / gamma - sumInverse;
            hessian[(2 * N) + 2] += pxq * sumSquare - w * q / (gamma * gamma);
        }

        LogScale.Apply(parameters, gradient, hessian);
        return value;
    }

    public double Value(ReadOnlySpan<double> theta)
    {
        var (p, q, gamma) = (Exp(theta[0]), Exp(theta[1]), Exp(theta[2]));
        var (lnGammaQ, value) = (Gamma.Log(q), 0.0);
        foreach (var (x, first, shared, end, w, logs) in _groups)
        {
            var (px, pxq) = (p * x, p * x + q);
            value += w * (Gamma.Log(pxq) - Gamma.Log(px) - lnGammaQ + q * theta[2] + px * Log(x))
                + (px - 1) * logs - pxq * SumOfLogs(gamma, first, shared, end);
        }

        return value;
    }

    /// <summary>Takes the rows of one x, those of a single customer first.</summary>
    private Group Take(SpendSummaries summaries, double moneyScale, ReadOnlySpan<int> rows, int first)
    {
        var (x, weight, logs) = (summaries.X[rows[0]], 0.0, 0.0);
        var (single, shared) = (first, first + rows.Length);
        foreach (var row in rows)
        {
            var (z, w) = (summaries.MeanSpend[row] * moneyScale, summaries.Weight[row]);
            var at = w == 1 ? single++ : --shared;
            (_weight[at], _totalSpend[at]) = (w, x * z);
            weight += w;
            logs += w * Log(z);
        }

        return new(x, first, single, first + rows.Length, weight, logs);
    }

    // Vector code is not precompiled: without this its first, long loops run unoptimised.
    /// <summary>Σw ln(γ+x z̄) of one group; rows of a single customer share a logarithm, that of their product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double SumOfLogs(double gamma, int first, int shared, int end)
    {
        var (logs, shift, i) = (Vector<double>.Zero, new Vector<double>(gamma), first);
        for (; i <= shared - (Factors * Vector<double>.Count); i += Factors * Vector<double>.Count)
        {
            var product = Vector<double>.One;
            for (var k = 0; k < Factors; k++)
                product *= shift + new Vector<double>(_totalSpend, i + (k * Vector<double>.Count));
            logs += Vector.Log(product);
        }

        for (; i <= end - Vector<double>.Count; i += Vector<double>.Count)
            logs += new Vector<double>(_weight, i) * Vector.Log(shift + new Vector<double>(_totalSpend, i));
        var log = Vector.Sum(logs);
        for (; i < end; i++)
            log += _weight[i] * Log(gamma + _totalSpend[i]);
        return log;
    }

    /// <summary>Σw ln(γ+x z̄), Σw/(γ+x z̄) and Σw/(γ+x z̄)² of one group: the only loop over rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Log, double Inverse, double Square) Sums(double gamma, int first, int end)
    {
        var (logs, inverses, squares) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var (shift, i) = (new Vector<double>(gamma), first);
        for (; i <= end - Vector<double>.Count; i += Vector<double>.Count)
        {
            var w = new Vector<double>(_weight, i);
            var sum = shift + new Vector<double>(_totalSpend, i);
            var inverse = w / sum;
            logs += w * Vector.Log(sum);
            inverses += inverse;
            squares += inverse / sum;
        }

        var (log, over, square) = (Vector.Sum(logs), Vector.Sum(inverses), Vector.Sum(squares));
        for (; i < end; i++)
        {
            var (w, sum) = (_weight[i], gamma + _totalSpend[i]);
            log += w * Log(sum);
            over += w / sum;
            square += w / sum / sum;
        }

        return (log, over, square);
    }

    private sealed record Group(double X, int First, int Shared, int End, double Weight, double WeightedLogs);
}
