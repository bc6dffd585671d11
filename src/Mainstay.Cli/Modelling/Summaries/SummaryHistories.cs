using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>
/// Frequency, recency and T of each customer or group; equal ones are merged, unless their covariates differ. Mutable:
/// it takes in rows.
/// </summary>
internal sealed class SummaryHistories : ISummaryReading
{
    private const int X = 0, Tx = 1, T = 2, Weight = 3, LogGaps = 4, Customer = 5, FirstCovariate = 6;

    private readonly IReadOnlyList<AskedColumn?> _columns;
    private readonly bool _keepsCustomers;
    private readonly Dictionary<(double X, double Tx, double T, int Covariates), int> _rowOf = [];
    private readonly List<double> _x = [], _tx = [], _bigT = [], _weight = [];
    private readonly List<int> _combination = [];
    private readonly List<(string Key, int Row, double Weight)> _customers = [];
    private readonly CovariateValues _covariates;
    private double _logGaps;

    private SummaryHistories(
        IReadOnlyList<AskedColumn?> columns, bool keepsCustomers, IReadOnlyList<AskedColumn> covariates) =>
        (_columns, _keepsCustomers, _covariates) = (columns, keepsCustomers, new(covariates));

    /// <summary>Every customer or group as the file has them; empty unless they were to be kept.</summary>
    public IReadOnlyList<(string Key, int Row, double Weight)> Customers => _customers;

    /// <summary>Whether rows may stand for several customers.</summary>
    public bool IsWeighted => _columns[Weight] is not null;

    /// <summary>Reads them from a summary.</summary>
    /// <param name="call">For progress.</param>
    /// <param name="file">The summary.</param>
    /// <param name="withGaps">Whether to read the logarithms of gaps, where the file has them.</param>
    /// <param name="keepsCustomers">Whether every single row is wanted again.</param>
    /// <param name="covariates">Columns with what else is known of the customers.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<SummaryHistories> ReadAsync(
        Call call, SummaryFile file, bool withGaps, bool keepsCustomers, IReadOnlyList<string> covariates,
        CancellationToken cancellationToken)
    {
        var known = file.Columns;
        AskedColumn[] asked = [.. covariates.Select(name => known.Named($"--covariates {name}", name))];
        AskedColumn?[] columns =
        [
            known.Require(SummaryField.Frequency), known.Require(SummaryField.Recency, measured: true),
            known.Require(SummaryField.Observed, measured: true), known.Find(SummaryField.Weight),
            withGaps ? known.Find(SummaryField.LogGaps, measured: true) : null,
            keepsCustomers ? known.Find(SummaryField.Customer) : null, .. asked,
        ];
        return file.ReadAsync(
            call, columns, () => new SummaryHistories(columns, keepsCustomers, asked),
            "frequency, recency and T in each row", cancellationToken);
    }

    /// <summary>The histories, those of equal covariates merged.</summary>
    public PurchaseHistories Histories() =>
        new([.. _x], [.. _tx], [.. _bigT], [.. _weight]) { TotalLogGaps = _columns[LogGaps] is null ? null : _logGaps };

    /// <summary>The covariates of each of <see cref="Histories"/>.</summary>
    public NamedCovariates Covariates(bool decimalComma) => _covariates.Of(_combination, decimalComma);

    public void Take(SummaryRow row)
    {
        if (row.Whole(X) is not { } x || row.Measure(Tx) is not { } tx || row.Measure(T) is not { } t
            || row.Weight(Weight) is not { } weight || !IsPossible(row, x, tx, t))
            return;
        var gaps = 0.0;
        if (_columns[LogGaps] is not null && x > 0)
        {
            if (row.Signed(LogGaps) is not { } given)
                return;
            gaps = given;
        }

        if (_covariates.Combination(row, FirstCovariate) is not { } combination)
            return;
        if (!_rowOf.TryGetValue((x, tx, t, combination), out var at))
        {
            _rowOf.Add((x, tx, t, combination), at = _x.Count);
            _x.Add(x);
            _tx.Add(tx);
            _bigT.Add(t);
            _weight.Add(0);
            _combination.Add(combination);
        }

        _weight[at] += weight;
        _logGaps += weight * gaps;
        if (_keepsCustomers)
            _customers.Add((_columns[Customer] is null ? $"{row.Number}" : row.Text(Customer), at, weight));
    }

    private static bool IsPossible(SummaryRow row, double x, double tx, double t)
    {
        if (tx > t)
            row.Reject("a last purchase before the end of observation", Tx, T);
        else if (x == 0 && tx > 0)
            row.Reject("a recency of 0 where nobody bought again", X, Tx);
        else if (x > 0 && tx == 0)
            row.Reject("a recency above 0: repeat purchases come on later days", X, Tx);
        else
            return true;
        return false;
    }
}
