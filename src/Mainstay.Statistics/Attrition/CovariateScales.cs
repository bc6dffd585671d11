using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Which covariates a fit uses, with their means and spreads: centred and scaled, a coefficient is an effect of one
/// standard deviation, and the search does not depend on the units.
/// </summary>
internal sealed class CovariateScales
{
    // A covariate whose part not explained by those before is smaller explains nothing of its own.
    private const double Nothing = 1e-10;

    private CovariateScales(int[] used, double[] means, double[] spreads, IReadOnlyList<Diagnosis> leftOut) =>
        (Used, Means, Spreads, LeftOut) = (used, means, spreads, leftOut);

    /// <summary>Places of the covariates used.</summary>
    public int[] Used { get; }

    /// <summary>Their weighted means.</summary>
    public double[] Means { get; }

    /// <summary>Their weighted standard deviations.</summary>
    public double[] Spreads { get; }

    /// <summary>Why others are not used.</summary>
    public IReadOnlyList<Diagnosis> LeftOut { get; }

    /// <summary>The covariates of a group, centred and scaled.</summary>
    public double[] Scale(IReadOnlyList<double> z) => [.. Used.Select((c, i) => (z[c] - Means[i]) / Spreads[i])];

    public static CovariateScales Of(CovariateHistories histories)
    {
        var (used, means, spreads) = (new List<int>(), new List<double>(), new List<double>());
        var (leftOut, basis) = (new List<Diagnosis>(), new List<double[]>());
        var weight = histories.Histories.Weight.ToArray();
        for (var c = 0; c < histories.Names.Count; c++)
        {
            var column = histories.Column(c).ToArray();
            var (mean, spread) = Moments(column, weight);
            if (spread <= Nothing * (1e-5 + Abs(mean)))
            {
                leftOut.Add(new Diagnosis.CovariateLeftOut(histories.Names[c]));
                continue;
            }

            var rest = Array.ConvertAll(column, value => (value - mean) / spread);
            foreach (var known in basis.Concat(basis))   // twice: Gram and Schmidt's second pass removes rounding
            {
                var along = Dot(rest, known, weight);
                rest = [.. rest.Zip(known, (value, k) => value - (along * k))];
            }

            var size = Dot(rest, rest, weight);
            if (size <= Nothing)
            {
                leftOut.Add(new Diagnosis.CovariateLeftOut(histories.Names[c]));
                continue;
            }

            basis.Add(Array.ConvertAll(rest, value => value / Sqrt(size)));
            used.Add(c);
            means.Add(mean);
            spreads.Add(spread);
        }

        return new([.. used], [.. means], [.. spreads], leftOut);
    }

    private static (double Mean, double Spread) Moments(double[] column, double[] weight)
    {
        var total = weight.Sum();
        var mean = column.Zip(weight, (value, w) => w / total * value).Sum();
        return (mean, Sqrt(column.Zip(weight, (value, w) => w / total * (value - mean) * (value - mean)).Sum()));
    }

    /// <summary>Weighted mean of the products.</summary>
    private static double Dot(double[] u, double[] v, double[] weight)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < u.Length; i++)
        {
            sum += weight[i] * u[i] * v[i];
            total += weight[i];
        }

        return sum / total;
    }
}
