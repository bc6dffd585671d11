using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// One term of the Pareto/NBD likelihood per different pair (x, t), with derivatives by θ = (ln r, ln α, ln s, ln β):
/// U = P(leaves first), V = P(buys first), each times the probability of getting as far as t. As F = c·∫e^φ dτ with
/// φ = −p·ln(1+τ/α) − q·ln(1+τ/β), ∂F/F and ∂²F/F are means of ∂φ, ∂φ∂φ and ∂²φ.
/// </summary>
internal sealed class RaceSide
{
    /// <summary>Parameters.</summary>
    public const int N = 4;

    /// <summary>Entries of the upper triangle of a Hessian.</summary>
    public const int Entries = 10;

    private readonly RaceTable _table;
    private readonly ParetoNbdParameters _p;

    public RaceSide(RaceTable table, in ParetoNbdParameters p, bool derivatives)
    {
        (_table, _p) = (table, p);
        Logs = new double[table.X.Length];
        var moments = derivatives ? new double[Logs.Length * RaceTable.Moments] : [];
        table.Fill(p, Logs, moments);
        for (var time = 0; time < table.Times.Length; time++)
        {
            var (La, Lb) = (Stable.Log1p(table.Times[time] / p.Alpha), Stable.Log1p(table.Times[time] / p.Beta));
            var (from, to) = table.Pairs(time);
            for (var pair = from; pair < to; pair++)
                Logs[pair] -= ((p.R + table.X[pair]) * La) + (p.S * Lb);
        }

        Gradient = derivatives ? new double[Logs.Length * N] : [];
        Second = derivatives ? new double[Logs.Length * Entries] : [];
        for (var pair = 0; derivatives && pair < Logs.Length; pair++)
            Differentiate(pair, moments.AsSpan(pair * RaceTable.Moments, RaceTable.Moments));
    }

    /// <summary>ln F by pair.</summary>
    public double[] Logs { get; }

    /// <summary>∂F/F by pair, four each.</summary>
    public double[] Gradient { get; }

    /// <summary>∂²F/F by pair, ten each: the upper triangle by rows.</summary>
    public double[] Second { get; }

    private void Differentiate(int pair, ReadOnlySpan<double> means)
    {
        var (r, _, s, _) = _p;
        var x = _table.X[pair];
        var (p, q) = _table.Buys ? (r + x + 1, s) : (r + x, s + 1);
        // ∂φ is linear in a, C, b, D; the constants are the derivatives of ln c, c = s/β or (r + x)/α.
        ReadOnlySpan<double> by = [-r, p, -s, q];
        ReadOnlySpan<double> constant = _table.Buys ? [r / (r + x), -1, 0, 0] : [0, 0, 1, -1];
        var g = Gradient.AsSpan(pair * N, N);
        var h = Second.AsSpan(pair * Entries, Entries);
        for (var i = 0; i < N; i++)
            g[i] = constant[i] + (by[i] * means[i]);
        var at = 0;
        for (var i = 0; i < N; i++)
        {
            for (var j = i; j < N; j++, at++)
            {
                h[at] = (constant[i] * g[j]) + (constant[j] * by[i] * means[i]) + (by[i] * by[j] * means[N + at]);
            }
        }

        // ∂²φ, and that of ln(r + x).
        h[0] += (by[0] * means[0]) + (_table.Buys ? r / (r + x) * (x / (r + x)) : 0);
        h[1] += r * means[1];
        h[4] -= p * (means[1] - means[8]);
        h[7] += by[2] * means[2];
        h[8] += s * means[3];
        h[9] -= q * (means[3] - means[13]);
    }
}
