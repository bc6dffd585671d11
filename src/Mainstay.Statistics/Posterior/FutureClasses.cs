using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// Which customers share a simulated future. What an alive customer will do depends on x and T, hardly on the rest, and
/// smoothly: each of a few x and T stands for its neighbours, whose own mean then scales its draws. However many
/// customers, some hundred classes.
/// </summary>
internal sealed class FutureClasses
{
    private const int EveryX = 8;
    private const double WiderX = 1.15;
    private const double WiderT = 1.3;

    // T counts beside what is known before the first purchase: about this share of the longest T.
    private const double Prior = 0.05;

    private readonly List<PurchaseHistory> _classes = [];
    private readonly int[] _of;

    public FutureClasses(PurchaseHistories histories)
    {
        var (xs, times) = (histories.DistinctX, histories.DistinctT);
        var (x, t) = (Nearest(xs.Values, XNodes(xs.Values)), Nearest(times.Values, TNodes(times.Values)));
        _of = new int[histories.Count];
        var known = new Dictionary<int, int>();
        for (var row = 0; row < _of.Length; row++)
        {
            var (atX, atT) = (x[xs[row]], t[times[row]]);
            if (!known.TryGetValue((atX * times.Count) + atT, out _of[row]))
            {
                known.Add((atX * times.Count) + atT, _of[row] = _classes.Count);
                _classes.Add(Representative(xs.Values[atX], times.Values[atT]));
            }
        }
    }

    /// <summary>The histories that stand for the classes.</summary>
    public IReadOnlyList<PurchaseHistory> Histories => _classes;

    /// <summary>The history that stands for a row.</summary>
    public PurchaseHistory this[int row] => _classes[_of[row]];

    /// <summary>Which of <see cref="Histories"/> stands for a row.</summary>
    public int Of(int row) => _of[row];

    // Of recency only the regular models ask, and of an alive customer it is about the last gap that is left.
    private static PurchaseHistory Representative(double x, double T) => new(x, x == 0 ? 0 : T * x / (x + 1), T);

    /// <summary>Every x up to a few dozen, then ever wider apart: their indexes.</summary>
    private static List<int> XNodes(double[] values)
    {
        var (order, nodes, last) = (Ascending(values), new List<int>(), -1.0);
        foreach (var i in order)
        {
            if (nodes.Count > 0 && values[i] > EveryX && values[i] < last * WiderX)
                continue;
            nodes.Add(i);
            last = values[i];
        }

        return nodes;
    }

    /// <summary>Some T, denser towards 0, where a rate is learnt fastest: their indexes.</summary>
    private static List<int> TNodes(double[] values)
    {
        var order = Ascending(values);
        var shift = Prior * values[order[^1]];
        var span = (values[order[^1]] + shift) / (values[order[0]] + shift);
        var steps = shift > 0 ? Math.Max(1, (int)Math.Ceiling(Math.Log(span) / Math.Log(WiderT))) : 1;
        var nodes = new List<int>();
        for (var k = 0; k <= steps; k++)
        {
            var wanted = ((values[order[0]] + shift) * Math.Pow(span, (double)k / steps)) - shift;
            var nearest = order.MinBy(i => Math.Abs(values[i] - wanted));
            if (!nodes.Contains(nearest))
                nodes.Add(nearest);
        }

        return nodes;
    }

    private static int[] Nearest(double[] values, List<int> nodes) =>
        Array.ConvertAll(values, value => nodes.MinBy(node => Math.Abs(values[node] - value)));

    private static int[] Ascending(double[] values)
    {
        var (keys, order) = (values.AsSpan().ToArray(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys, order);
        return order;
    }
}
