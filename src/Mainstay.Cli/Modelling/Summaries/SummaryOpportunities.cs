using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>
/// At how many of so many opportunities each customer bought, and at which last; equal ones are merged. Mutable: it
/// takes in rows.
/// </summary>
internal sealed class SummaryOpportunities : ISummaryReading
{
    private const int X = 0, Tx = 1, N = 2, Weight = 3;

    private readonly Dictionary<OpportunityHistory, double> _weight = [];

    private SummaryOpportunities()
    {
    }

    public static async Task<OpportunityHistories> ReadAsync(
        Call call, SummaryFile file, CancellationToken cancellationToken)
    {
        AskedColumn?[] columns =
        [
            file.Columns.Require(SummaryField.Frequency), file.Columns.Require(SummaryField.Recency),
            file.Columns.Require(SummaryField.Opportunities), file.Columns.Find(SummaryField.Weight),
        ];
        var reading = await file.ReadAsync(
            call, columns, () => new SummaryOpportunities(), "frequency, recency and periods in each row",
            cancellationToken);
        var rows = reading._weight.Keys.ToArray();
        return new(
            [.. rows.Select(row => row.X)], [.. rows.Select(row => row.Tx)], [.. rows.Select(row => row.N)],
            [.. rows.Select(row => reading._weight[row])]);
    }

    public void Take(SummaryRow row)
    {
        if (row.Whole(X) is not { } x || row.Whole(Tx) is not { } tx || row.Whole(N) is not { } n
            || row.Weight(Weight) is not { } weight || !IsPossible(row, x, tx, n))
            return;
        var history = new OpportunityHistory((int)x, (int)tx, (int)n);
        _weight[history] = _weight.GetValueOrDefault(history) + weight;
    }

    private static bool IsPossible(SummaryRow row, double x, double tx, double n)
    {
        if (tx > n)
            row.Reject("a last purchase among the opportunities there were", Tx, N);
        else if (x > tx)
            row.Reject("no more purchases than opportunities up to the last", X, Tx);
        else if (x == 0 && tx > 0)
            row.Reject("a recency of 0 where nobody bought again", X, Tx);
        else
            return true;
        return false;
    }
}
