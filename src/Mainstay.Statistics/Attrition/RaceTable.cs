using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// One side of the <see cref="Race"/> for every different (x, t) of a set of histories, t being t_x for leaving first
/// and T for buying first: some ten thousands among a million customers. The nodes are shared by all, so that each
/// costs some forty exponentials, several at a time.
/// </summary>
internal sealed class RaceTable
{
    /// <summary>Values per pair: E of τ-dependent (a, C, b, D), then of their ten products, by rows.</summary>
    public const int Moments = 14;

    private const double Negligible = 40;
    private const double WideGap = 8;

    private readonly int[] _first;

    private RaceTable(bool buys, double[] times, int[] first, double[] x, int[] ofRow, int[] order) =>
        (Buys, Times, _first, X, OfRow, Order) = (buys, times, first, x, ofRow, order);

    /// <summary>Whether buying first is asked for, at T, or leaving first, at t_x.</summary>
    public bool Buys { get; }

    /// <summary>The different times.</summary>
    public double[] Times { get; }

    /// <summary>x of each pair; the pairs of one time stand together, by ascending x.</summary>
    public double[] X { get; }

    /// <summary>The pair of each row of the histories.</summary>
    public int[] OfRow { get; }

    /// <summary>The rows in the order of their pairs, so that who walks through them finds the pairs side by side.</summary>
    public int[] Order { get; }

    /// <summary>Who leaves first at t_x of each row.</summary>
    public static RaceTable Leaving(PurchaseHistories histories, double timeScale) =>
        Of(false, histories.DistinctX, histories.DistinctTx, histories.Count, t => t * timeScale);

    /// <summary>Who buys first at T + <paramref name="later"/> of each row.</summary>
    public static RaceTable Buying(PurchaseHistories histories, double timeScale, double later = 0) =>
        Of(true, histories.DistinctX, histories.DistinctT, histories.Count, t => (t + later) * timeScale);

    /// <summary>The pairs of the time at <paramref name="time"/>, from and up to but not including.</summary>
    public (int From, int To) Pairs(int time) => (_first[time], _first[time + 1]);

    /// <summary>The same side for every different x at each of other times.</summary>
    public RaceTable At(double[] times)
    {
        double[] xs = [.. X.Distinct().Order()];
        int[] first = [.. Enumerable.Range(0, times.Length + 1).Select(time => time * xs.Length)];
        return new(Buys, times, first, [.. times.SelectMany(_ => xs)], [], []);
    }

    /// <summary>
    /// ln P(leaves first) or ln P(buys first) of each pair; and, unless <paramref name="moments"/> is empty, the means
    /// under the race's own density over τ = t + y of a = ln(1+τ/α), C = τ/(α+τ), b = ln(1+τ/β), D = τ/(β+τ), and of
    /// aa, aC, ab, aD, CC, Cb, CD, bb, bD, DD.
    /// </summary>
    public void Fill(
        in ParetoNbdParameters parameters, Span<double> logShare, Span<double> moments, double step = HalfLine.Step)
    {
        if (X.Length == 0)
            return;
        var (r, alpha, s, beta) = parameters;
        var (from, to) = (Times.Min(), Times.Max());
        var nodes = new RaceNodes(
            Race.Nodes(
                new(r + X.Min(), alpha + from, s, beta + from), new(r + X.Max(), alpha + to, s, beta + to), step));
        var q = Buys ? s : s + 1;
        for (var i = 0; i < Times.Length; i++)
        {
            var (A, B) = (alpha + Times[i], beta + Times[i]);
            nodes.At(Times[i], alpha, beta, q, !moments.IsEmpty);
            FillTime(nodes, i, (r, A, s, B), logShare, moments);
        }
    }

    /// <summary>All pairs of one time, from one x to the next by ratios; only wide gaps need exponentials.</summary>
    private void FillTime(
        RaceNodes nodes, int time, (double R, double A, double S, double B) at, Span<double> logShare,
        Span<double> moments)
    {
        var (from, to) = Pairs(time);
        var more = Buys ? 1 : 0;
        var (count, sum) = (nodes.Count, 0.0);
        var negligible = Log(Min(at.A / (at.R + X[to - 1] + more), at.B / (at.S + 1))) - Negligible;
        for (var pair = from; pair < to; pair++)
        {
            var p = at.R + X[pair] + more;
            var gap = pair == from ? double.PositiveInfinity : X[pair] - X[pair - 1];
            count = nodes.Significant(p, count, negligible);
            if (gap > WideGap)
            {
                sum = nodes.Start(p, count);
                gap = 0;
            }

            for (; gap > 1; gap--)
                nodes.Advance(count);
            if (gap > 0)
                sum = nodes.Advance(count);
            var integral = moments.IsEmpty
                ? sum
                : nodes.Means(count, moments.Slice(pair * Moments, Moments));
            logShare[pair] = Log((Buys ? (at.R + X[pair]) / at.A : at.S / at.B) * integral);
        }
    }

    private static RaceTable Of(
        bool buys, DistinctColumn xs, DistinctColumn ts, int rows, Func<double, double> scale)
    {
        var byX = Enumerable.Range(0, xs.Count).OrderBy(at => xs.Values[at]).ToArray();
        var rank = new int[xs.Count];
        for (var at = 0; at < byX.Length; at++)
            rank[byX[at]] = at;
        var (keys, order) = (new long[rows], new int[rows]);
        for (var i = 0; i < rows; i++)
            (keys[i], order[i]) = (((long)ts[i] * xs.Count) + rank[xs[i]], i);
        Array.Sort(keys, order);

        var (x, first, ofRow) = (new List<double>(), new int[ts.Count + 1], new int[rows]);
        for (var i = 0; i < rows; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
                x.Add(xs.Values[xs[order[i]]]);
            ofRow[order[i]] = x.Count - 1;
            first[ts[order[i]] + 1] = x.Count;
        }

        return new(buys, Array.ConvertAll(ts.Values, t => scale(t)), first, [.. x], ofRow, order);
    }
}
