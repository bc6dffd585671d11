using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Statistics.Spend;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>Mean spend per repeat purchase of each customer; equal ones merged. Mutable: it takes in rows.</summary>
internal sealed class SummarySpends : ISummaryReading
{
    private const int X = 0, MeanSpend = 1, Weight = 2;

    private readonly Dictionary<(double X, double MeanSpend), double> _weight = [];

    private SummarySpends()
    {
    }

    public static async Task<SpendSummaries> ReadAsync(
        Call call, SummaryFile file, CancellationToken cancellationToken)
    {
        AskedColumn?[] columns =
        [
            file.Columns.Require(SummaryField.Frequency), file.Columns.Require(SummaryField.MeanSpend, measured: true),
            file.Columns.Find(SummaryField.Weight),
        ];
        var reading = await file.ReadAsync(
            call, columns, () => new SummarySpends(), "frequency and mean spend in each row", cancellationToken);
        var rows = reading._weight.Keys.ToArray();
        return new(
            [.. rows.Select(row => row.X)], [.. rows.Select(row => row.MeanSpend)],
            [.. rows.Select(row => reading._weight[row])]);
    }

    public void Take(SummaryRow row)
    {
        if (row.Whole(X) is not { } x || row.Weight(Weight) is not { } weight)
            return;
        var mean = 0.0;
        if (x > 0 || row.Text(MeanSpend).Length > 0)    // who never bought again has no mean
        {
            if (row.Signed(MeanSpend) is not { } given)
                return;
            mean = given;
        }

        _weight[(x, mean)] = _weight.GetValueOrDefault((x, mean)) + weight;
    }
}
