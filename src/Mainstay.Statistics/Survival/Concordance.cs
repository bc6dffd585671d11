namespace Mainstay.Statistics.Survival;

/// <summary>
/// Harrell's C: of all pairs where it is known who had the event first, the share in which the higher risk did. Equal
/// risks count half. One pass over time with a tree of cumulated weights by risk. [Harrell et al. 1982]
/// </summary>
internal static class Concordance
{
    public static double? Of(SurvivalTimes times, int[] stratum, double[] risk)
    {
        var (right, half, all) = (0.0, 0.0, 0.0);
        foreach (var group in Enumerable.Range(0, times.Count).GroupBy(i => stratum[i]))
        {
            var (r, h, a) = Count(times, [.. group], risk);
            (right, half, all) = (right + r, half + h, all + a);
        }

        return all > 0 ? (right + (half / 2)) / all : null;
    }

    private static (double Right, double Half, double All) Count(SurvivalTimes times, int[] rows, double[] risk)
    {
        var byTime = rows.OrderByDescending(i => times.Time[i]).ToArray();
        var byEntry = rows.Where(i => times.Entry[i] > 0).OrderByDescending(i => times.Entry[i]).ToArray();
        double[] levels = [.. rows.Select(i => risk[i]).Distinct().Order()];
        var (tree, entry) = (new double[levels.Length + 1], 0);
        var (right, half, all) = (0.0, 0.0, 0.0);
        for (var at = 0; at < byTime.Length;)
        {
            var (time, first) = (times.Time[byTime[at]], at);
            for (; at < byTime.Length && times.Time[byTime[at]] == time; at++)
            {
                if (times.Cause[byTime[at]] == 0)
                    Add(tree, Level(byTime[at]), times.Weight[byTime[at]]);
            }

            for (; entry < byEntry.Length && times.Entry[byEntry[entry]] >= time; entry++)
                Add(tree, Level(byEntry[entry]), -times.Weight[byEntry[entry]]);

            foreach (var i in byTime.AsSpan(first, at - first))
            {
                if (times.Cause[i] == 0)
                    continue;
                var (below, upTo) = (Sum(tree, Level(i)), Sum(tree, Level(i) + 1));
                right += times.Weight[i] * below;
                half += times.Weight[i] * (upTo - below);
                all += times.Weight[i] * Sum(tree, levels.Length);
            }

            foreach (var i in byTime.AsSpan(first, at - first))
            {
                if (times.Cause[i] > 0)
                    Add(tree, Level(i), times.Weight[i]);
            }
        }

        return (right, half, all);

        int Level(int i) => Array.BinarySearch(levels, risk[i]);
    }

    private static void Add(double[] tree, int level, double weight)
    {
        for (var at = level + 1; at < tree.Length; at += at & -at)
            tree[at] += weight;
    }

    /// <summary>Σ of the first so many levels.</summary>
    private static double Sum(double[] tree, int levels)
    {
        var sum = 0.0;
        for (var at = levels; at > 0; at -= at & -at)
            sum += tree[at];
        return sum;
    }
}
