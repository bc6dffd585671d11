using System.Runtime.InteropServices;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Purchase histories with what else is known of each customer from the start and never changes: covariates such as the
/// channel of acquisition. Customers of equal covariates are worked on together, so a few levels cost little and a
/// covariate with a value per customer costs most. Immutable.
/// </summary>
public sealed class CovariateHistories
{
    private readonly double[][] _columns;
    private readonly Lazy<IReadOnlyList<CovariateGroup>> _groups;

    /// <summary>Puts the two side by side.</summary>
    /// <param name="histories">The histories, equal ones merged only where their covariates are equal too.</param>
    /// <param name="covariates">One value per history each: 0 or 1 for a yes or no.</param>
    /// <exception cref="ArgumentException">There are not as many covariates as histories.</exception>
    public CovariateHistories(PurchaseHistories histories, Covariates covariates)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(covariates);
        if (covariates.Count > 0)
            Require.SameLength(covariates.Rows, histories.Count, nameof(covariates));
        (Histories, Names) = (histories, covariates.Names);
        _columns = [.. Enumerable.Range(0, covariates.Count).Select(c => covariates.Column(c).ToArray())];
        _groups = new(Divide);
    }

    /// <summary>The histories.</summary>
    public PurchaseHistories Histories { get; }

    /// <summary>Names of the covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Customers by equal covariates, in the order of first appearance.</summary>
    public IReadOnlyList<CovariateGroup> Groups => _groups.Value;

    /// <summary>Covariate <paramref name="c"/> by row.</summary>
    internal ReadOnlySpan<double> Column(int c) => _columns[c];

    /// <summary>About so many weighted rows that stand for all; the same data give the same ones.</summary>
    internal CovariateHistories Sample(int rows)
    {
        if (Histories.Count <= rows)
            return this;
        var (drawn, weight) = WeightedSample.Draw(Histories.Weight, Histories.TotalWeight, rows);
        return new(
            Of(drawn, weight), new(Names, [.. _columns.Select(column => Array.ConvertAll(drawn, i => column[i]))]));
    }

    private PurchaseHistories Of(int[] rows, double[] weight)
    {
        var histories = Histories;
        double[] Values(Func<PurchaseHistory, double> of) => Array.ConvertAll(rows, i => of(histories[i]));
        return new(Values(h => h.X), Values(h => h.Tx), Values(h => h.T), weight);
    }

    private List<CovariateGroup> Divide()
    {
        var order = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var z = new double[_columns.Length];
        for (var i = 0; i < Histories.Count; i++)
        {
            for (var c = 0; c < z.Length; c++)
                z[c] = _columns[c][i] + 0.0;   // −0 is 0
            var key = new string(MemoryMarshal.Cast<double, char>(z));
            if (!order.TryGetValue(key, out var rows))
                order.Add(key, rows = []);
            rows.Add(i);
        }

        var weight = Histories.Weight.ToArray();
        return [.. order.Values.Select(rows => new CovariateGroup(
            [.. _columns.Select(column => column[rows[0]])],
            Of([.. rows], [.. rows.Select(i => weight[i])]),
            rows))];
    }
}
