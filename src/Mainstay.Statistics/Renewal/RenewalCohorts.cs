namespace Mainstay.Statistics.Renewal;

/// <summary>
/// How many of each cohort are still there after so many renewals, and what follows from it: who left when, and who
/// was still there at the last look. Immutable.
/// </summary>
public sealed class RenewalCohorts
{
    /// <summary>Reads a table with one row per cohort and period.</summary>
    /// <param name="cohort">Which cohort, any number.</param>
    /// <param name="period">
    /// Renewals behind, 0 or more. A cohort's periods follow each other without a gap; one that does not begin at 0 was
    /// first seen later, and who left before is not counted.
    /// </param>
    /// <param name="survivors">Customers still there then, 0 or more, never more than the period before.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ or a row breaks a rule above; the message names it.
    /// </exception>
    public RenewalCohorts(ReadOnlySpan<int> cohort, ReadOnlySpan<int> period, ReadOnlySpan<double> survivors)
    {
        Require.SameLength(period.Length, cohort.Length, nameof(period));
        Require.SameLength(survivors.Length, cohort.Length, nameof(survivors));
        var (cohorts, periods) = (cohort.ToArray(), period.ToArray());
        var left = new SortedDictionary<int, double>();
        var (stayed, entered) = (new SortedDictionary<int, double>(), new SortedDictionary<int, double>());
        foreach (var rows in Enumerable.Range(0, cohorts.Length).GroupBy(row => cohorts[row]))
        {
            var last = -1;
            foreach (var row in rows.OrderBy(row => periods[row]))
            {
                var (t, there) = (period[row], survivors[row]);
                Require.Row(t >= 0, row, nameof(period), t, "a whole number >= 0");
                Require.Row(
                    there >= 0 && double.IsFinite(there), row, nameof(survivors), there, "a finite number >= 0");
                if (last < 0)
                    Count(entered, t, there);
                else
                {
                    Require.Row(t == period[last] + 1, row, nameof(period), t, $"{period[last] + 1}, without a gap");
                    Require.Row(
                        there <= survivors[last], row, nameof(survivors), there,
                        "no more than in the period before: who left does not come back");
                    Count(left, t, survivors[last] - there);
                }

                last = row;
            }

            Count(stayed, period[last], survivors[last]);
        }

        (Left, Stayed, Entered) = ([.. left], [.. stayed], [.. entered]);
        TotalWeight = entered.Values.Sum();
        Leavers = left.Values.Sum();
    }

    /// <summary>Customers: each cohort's size when first seen.</summary>
    public double TotalWeight { get; }

    /// <summary>Customers seen leaving.</summary>
    public double Leavers { get; }

    /// <summary>By renewal t: how many did not make it, zero included, where somebody was there to decide.</summary>
    internal IReadOnlyList<KeyValuePair<int, double>> Left { get; }

    /// <summary>By renewals behind: how many were still there at the last look.</summary>
    internal IReadOnlyList<KeyValuePair<int, double>> Stayed { get; }

    /// <summary>By renewals behind: how many were there at the first look.</summary>
    internal IReadOnlyList<KeyValuePair<int, double>> Entered { get; }

    /// <summary>One cohort, from its size before the first renewal on.</summary>
    /// <param name="survivors">Customers after 0, 1, 2, … renewals.</param>
    /// <exception cref="ArgumentException">Survivors are negative or grow.</exception>
    public static RenewalCohorts Of(params ReadOnlySpan<double> survivors) =>
        new(new int[survivors.Length], [.. Enumerable.Range(0, survivors.Length)], survivors);

    private static void Count(SortedDictionary<int, double> counts, int t, double customers) =>
        counts[t] = counts.GetValueOrDefault(t) + customers;
}
