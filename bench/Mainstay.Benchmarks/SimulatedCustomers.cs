using Mainstay.DuckDb;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Spend;

namespace Mainstay.Benchmarks;

/// <summary>
/// What the models see of a log up to the day the published comparisons calibrate on: every customer, and equal ones as
/// one row.
/// </summary>
/// <param name="All">One row per customer.</param>
/// <param name="Distinct">Equal customers merged.</param>
/// <param name="RowOf">The merged row of each customer.</param>
/// <param name="Spends">Mean spend per repeat day of those who came back.</param>
internal sealed record SimulatedCustomers(
    PurchaseHistories All, PurchaseHistories Distinct, int[] RowOf, SpendSummaries Spends)
{
    private const string Query =
        """
        with days as (select customer_id, date, sum(amount) as spend from read_csv('{0}')
                      where date <= date '2020-09-30' group by customer_id, date),
        gaps as (select *, date - lag(date) over (partition by customer_id order by date) as gap from days),
        customers as (select count(*) - 1 as x, max(date) - min(date) as tx,
                             (select max(date) from days) - min(date) as t,
                             coalesce(sum(ln(gap / 7.0::double)), 0) as litt,
                             coalesce(avg(spend) filter (gap is not null), 0) as z from gaps group by customer_id)
        select cast(x as double), tx / 7.0::double, t / 7.0::double, litt, cast(z as double) from customers
        """;

    public static SimulatedCustomers Read(string orders)
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Query.Replace("{0}", orders, StringComparison.Ordinal);
        var columns = Enumerable.Range(0, 5).Select(_ => new List<double>()).ToArray();
        using (var reader = command.ExecuteColumns())
        {
            while (reader.NextChunk())
            {
                for (var column = 0; column < columns.Length; column++)
                    columns[column].AddRange(reader.Values<double>(column));
            }
        }

        var all = new PurchaseHistories([.. columns[0]], [.. columns[1]], [.. columns[2]]);
        return Merged(all, columns[3].Sum(), new([.. columns[0]], [.. columns[4]]));
    }

    private static SimulatedCustomers Merged(PurchaseHistories all, double logGaps, SpendSummaries spends)
    {
        var (rows, weights, rowOf) = (new Dictionary<PurchaseHistory, int>(), new List<double>(), new int[all.Count]);
        for (var i = 0; i < all.Count; i++)
        {
            if (rows.TryAdd(all[i], rows.Count))
                weights.Add(0);
            rowOf[i] = rows[all[i]];
            weights[rowOf[i]]++;
        }

        var distinct = new PurchaseHistories(
            [.. rows.Keys.Select(h => h.X)], [.. rows.Keys.Select(h => h.Tx)], [.. rows.Keys.Select(h => h.T)],
            [.. weights])
        {
            TotalLogGaps = logGaps,
        };
        return new(all, distinct, rowOf, spends);
    }
}
