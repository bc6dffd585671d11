using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Statistics.Renewal;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>How many of each cohort are still there after so many renewals. Mutable: it takes in rows.</summary>
internal sealed class SummaryCohorts : ISummaryReading
{
    private const int Cohort = 0, Renewals = 1, Survivors = 2;

    private readonly IReadOnlyList<AskedColumn?> _columns;
    private readonly Dictionary<string, List<(int Period, double Survivors, long Row)>> _cohorts =
        new(StringComparer.Ordinal);

    private SummaryCohorts(IReadOnlyList<AskedColumn?> columns) => _columns = columns;

    public static async Task<RenewalCohorts> ReadAsync(
        Call call, SummaryFile file, CancellationToken cancellationToken)
    {
        AskedColumn?[] columns =
        [
            file.Columns.Find(SummaryField.Cohort), file.Columns.Require(SummaryField.Renewals),
            file.Columns.Require(SummaryField.Survivors),
        ];
        var reading = await file.ReadAsync(
            call, columns, () => new SummaryCohorts(columns), "a period and its survivors in each row",
            cancellationToken);
        return reading.Cohorts(file.Rejects);
    }

    public void Take(SummaryRow row)
    {
        if (row.Whole(Renewals) is not { } period || row.Measure(Survivors) is not { } survivors)
            return;
        var name = _columns[Cohort] is null ? "" : row.Text(Cohort);
        if (!_cohorts.TryGetValue(name, out var cohort))
            _cohorts.Add(name, cohort = []);
        cohort.Add(((int)period, survivors, row.Number));
    }

    private RenewalCohorts Cohorts(RowRejects rejects)
    {
        var (number, cohort, period, survivors) = (0, new List<int>(), new List<int>(), new List<double>());
        foreach (var (name, rows) in _cohorts)
        {
            foreach (var row in Followed(name, rows, rejects))
            {
                cohort.Add(number);
                period.Add(row.Period);
                survivors.Add(row.Survivors);
            }

            number++;
        }

        return new([.. cohort], [.. period], [.. survivors]);
    }

    /// <summary>
    /// The rows for as long as each follows from the one before: a cohort that cannot be followed further was last seen
    /// there, as if the table ended.
    /// </summary>
    private List<(int Period, double Survivors, long Row)> Followed(
        string name, List<(int Period, double Survivors, long Row)> rows, RowRejects rejects)
    {
        var followed = new List<(int Period, double Survivors, long Row)>();
        var isCut = false;
        foreach (var row in rows.OrderBy(row => row.Period))
        {
            var problem = followed.Count == 0 ? null : Problem(followed[^1], row, isCut);
            if (problem is null)
                followed.Add(row);
            else
            {
                rejects.Add(row.Row, (name.Length == 0 ? "" : $"cohort {name}: ") + problem);
                isCut |= row.Period != followed[^1].Period;
            }
        }

        return followed;
    }

    private string? Problem(
        (int Period, double Survivors, long Row) last, (int Period, double Survivors, long Row) row, bool isCut)
    {
        var (period, survivors) = (_columns[Renewals]!.Name, _columns[Survivors]!.Name);
        if (row.Period == last.Period)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{period} {row.Period} stands in row {last.Row} too; expected it once; --only tells cohorts apart");
        }

        if (isCut || row.Period != last.Period + 1)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{period} is {row.Period} after {last.Period}; expected {last.Period + 1}, without a gap");
        }

        return row.Survivors <= last.Survivors
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{survivors} is {row.Survivors} after {last.Survivors}; expected no more: nobody comes back");
    }
}
