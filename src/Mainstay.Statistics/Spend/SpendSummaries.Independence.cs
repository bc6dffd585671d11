using MathNet.Numerics.Distributions;

namespace Mainstay.Statistics.Spend;

// Whether how often somebody buys says something about how much: what Gamma-Gamma assumes it does not.
public sealed partial class SpendSummaries
{
    /// <summary>Pearson's correlation of x and z̄ in [−1, 1]; null where one of them does not vary.</summary>
    public double? FrequencySpendCorrelation() => Correlation(_x, _meanSpend);

    /// <summary>
    /// Spearman's rank correlation of x and z̄ in [−1, 1], equal values sharing their mean rank: what is left of the
    /// correlation when a few very large spends weigh no more than others. Null where one of them does not vary.
    /// </summary>
    public double? FrequencySpendRankCorrelation() => Correlation(Ranks(_x), Ranks(_meanSpend));

    /// <summary>
    /// Two-sided p of a correlation under independence, by Student's t with n − 2 degrees of freedom. [Fisher 1915]
    /// </summary>
    /// <param name="correlation">In [−1, 1].</param>
    /// <returns>In [0, 1]; 1 with fewer than three customers.</returns>
    public double CorrelationPValue(double correlation)
    {
        Require.Between(correlation, -1, 1);
        var freedom = TotalWeight - 2;
        if (freedom < 1)
            return 1;
        var t = Math.Abs(correlation) * Math.Sqrt(freedom / Math.Max(1e-300, 1 - (correlation * correlation)));
        return 2 * StudentT.CDF(0, 1, freedom, -t);
    }

    private double? Correlation(double[] u, double[] v)
    {
        var (meanU, meanV) = (Mean(u), Mean(v));
        var (uu, vv, uv) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            var (du, dv) = (u[i] - meanU, (v[i] - meanV) / Math.Max(1e-300, Math.Abs(meanV)));
            uu += _weight[i] * du * du;
            vv += _weight[i] * dv * dv;
            uv += _weight[i] * du * dv;
        }

        var varies = uu > 1e-24 * TotalWeight * meanU * meanU && vv > 1e-24 * TotalWeight;
        return varies ? Math.Clamp(uv / Math.Sqrt(uu) / Math.Sqrt(vv), -1, 1) : null;
    }

    private double Mean(double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += _weight[i] / TotalWeight * values[i];
        return sum;
    }

    /// <summary>Ranks as if every row stood as often as it weighs.</summary>
    private double[] Ranks(double[] values)
    {
        var (sorted, order, ranks) = (values.AsSpan().ToArray(), new int[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        var below = 0.0;
        for (var (at, first) = (0, 0); at < Count; first = at)
        {
            var alike = 0.0;
            for (; at < Count && sorted[at] == sorted[first]; at++)
                alike += _weight[order[at]];
            for (var i = first; i < at; i++)
                ranks[order[i]] = below + ((alike + 1) / 2);
            below += alike;
        }

        return ranks;
    }
}
