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

    private readonly int[] _first;

    private RaceTable(bool buys, double[] times, int[] first, double[] x, int[] ofRow) =>
        (Buys, Times, _first, X, OfRow) = (buys, times, first, x, ofRow);

    /// <summary>Whether buying first is asked for, at T, or leaving first, at t_x.</summary>
    public bool Buys { get; }

    /// <summary>The different times.</summary>
    public double[] Times { get; }

    /// <summary>x of each pair; the pairs of one time stand together, by ascending x.</summary>
    public double[] X { get; }

    /// <summary>The pair of each row of the histories.</summary>
    public int[] OfRow { get; }

    /// <summary>Who leaves first at t_x of each row.</summary>
    public static RaceTable Leaving(PurchaseHistories histories, double timeScale) =>
        Of(false, histories.DistinctX, histories.DistinctTx, histories.Count, t => t * timeScale);

    /// <summary>Who buys first at T + <paramref name="later"/> of each row.</summary>
    public static RaceTable Buying(PurchaseHistories histories, double timeScale, double later = 0) =>
        Of(true, histories.DistinctX, histories.DistinctT, histories.Count, t => (t + later) * timeScale);

    /// <summary>The pairs of the time at <paramref name="time"/>, from and up to but not including.</summary>
    public (int From, int To) Pairs(int time) => (_first[time], _first[time + 1]);

    /// <summary>
    /// ln P(leaves first) or ln P(buys first) of each pair; and, unless <paramref name="moments"/> is empty, the means
    /// under the race's own density over τ = t + y of a = ln(1+τ/α), C = τ/(α+τ), b = ln(1+τ/β), D = τ/(β+τ), and of
    /// aa, aC, ab, aD, CC, Cb, CD, bb, bD, DD.
    /// </summary>
    public void Fill(in ParetoNbdParameters parameters, Span<double> logShare, Span<double> moments)
    {
        if (X.Length == 0)
            return;
        var (r, alpha, s, beta) = parameters;
        var (from, to) = (Times.Min(), Times.Max());
        var nodes = new RaceNodes(
            Race.Nodes(new(r + X.Min(), alpha + from, s, beta + from), new(r + X.Max(), alpha + to, s, beta + to)));
        var q = Buys ? s : s + 1;
        for (var i = 0; i < Times.Length; i++)
        {
            var (A, B) = (alpha + Times[i], beta + Times[i]);
            nodes.At(Times[i], alpha, beta, q, !moments.IsEmpty);
            var count = nodes.Count;
            for (var pair = _first[i]; pair < _first[i + 1]; pair++)
            {
                var R = r + X[pair];
                var (p, factor) = Buys ? (R + 1, R / A) : (R, s / B);
                count = nodes.Significant(p, count, Log(Min(A / p, B / (s + 1))) - Negligible);
                var integral = moments.IsEmpty
                    ? nodes.Sum(p, count)
                    : nodes.Means(p, count, moments.Slice(pair * Moments, Moments));
                logShare[pair] = Log(factor * integral);
            }
        }
    }

    private static RaceTable Of(
        bool buys, DistinctColumn xs, DistinctColumn ts, int rows, Func<double, double> scale)
    {
        var keys = new HashSet<(int T, double X, int Of)>();
        for (var i = 0; i < rows; i++)
            keys.Add((ts[i], xs.Values[xs[i]], xs[i]));
        var sorted = keys.Order().ToArray();
        var index = new Dictionary<(int T, int X), int>(sorted.Length);
        var first = new int[ts.Count + 1];
        for (var pair = 0; pair < sorted.Length; pair++)
        {
            index.Add((sorted[pair].T, sorted[pair].Of), pair);
            first[sorted[pair].T + 1] = pair + 1;
        }

        var ofRow = new int[rows];
        for (var i = 0; i < rows; i++)
            ofRow[i] = index[(ts[i], xs[i])];
        return new(
            buys, Array.ConvertAll(ts.Values, t => scale(t)), first, Array.ConvertAll(sorted, key => key.X), ofRow);
    }
}
