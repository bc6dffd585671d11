using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>The company as of as-of, straight from order lines and refunds: the path that knows no customers.</summary>
internal sealed record LedgerTotals
{
    /// <summary>Order lines less refunds.</summary>
    public required MarginParts Net { get; init; }

    /// <summary>The same of lines and refunds without a customer.</summary>
    public required MarginParts Unassigned { get; init; }

    public required decimal GrossRevenue { get; init; }

    /// <summary>Revenue of lines without a cost, before refunds.</summary>
    public required decimal GrossEstimated { get; init; }

    public required decimal Refunds { get; init; }

    public required long UnlinkedRefunds { get; init; }

    public required decimal UnlinkedAmount { get; init; }

    public required long Lines { get; init; }

    public required long LinesWithCost { get; init; }

    public required long RowsAfterAsOf { get; init; }

    public required long Orders { get; init; }

    public required long UnassignedOrders { get; init; }

    /// <summary>Reads what is booked, and leaves it day by day on the session: booked_lines, booked_refunds.</summary>
    public static LedgerTotals Read(SqlSession sql, DateOnly asOf, OrderGrain grain)
    {
        sql.Materialize("booked_lines", Sql("booked_lines"));
        sql.Materialize("booked_refunds", Sql("booked_refunds"));
        using var lines = sql.Read(Sql("ledger_totals"), ("as_of", asOf));
        lines.Read();
        var (gross, unassigned) = (
            new MarginParts(lines.GetDecimal(2), lines.GetDecimal(3), lines.GetDecimal(4)),
            new MarginParts(lines.GetDecimal(7), lines.GetDecimal(8), lines.GetDecimal(9)));
        var (linesAfter, count, withCost, unassignedLines) =
            (lines.GetInt64(0), lines.GetInt64(1), lines.GetInt64(5), lines.GetInt64(6));
        lines.Close();

        using var refunds = sql.Read(Sql("refund_totals"), ("as_of", asOf));
        refunds.Read();
        var (all, ofUnassigned) = (
            new MarginParts(refunds.GetDecimal(0), refunds.GetDecimal(1), refunds.GetDecimal(2)),
            new MarginParts(refunds.GetDecimal(3), refunds.GetDecimal(4), refunds.GetDecimal(5)));
        var (unlinked, unlinkedAmount, refundsAfter) =
            (refunds.GetInt64(6), refunds.GetDecimal(7), refunds.GetInt64(8));
        refunds.Close();

        var everyLineIsAnOrder = grain == OrderGrain.LineIsOrder && all.Revenue == 0;
        var (orders, unassignedOrders) = everyLineIsAnOrder ? (count, unassignedLines) : ReadOrders(sql, asOf);
        return new()
        {
            Net = gross.Less(all),
            Unassigned = unassigned.Less(ofUnassigned),
            GrossRevenue = gross.Revenue,
            GrossEstimated = gross.EstimatedRevenue,
            Refunds = all.Revenue,
            UnlinkedRefunds = unlinked,
            UnlinkedAmount = unlinkedAmount,
            Lines = count,
            LinesWithCost = withCost,
            RowsAfterAsOf = linesAfter + refundsAfter,
            Orders = orders,
            UnassignedOrders = unassignedOrders,
        };
    }

    /// <summary>Forgets what <see cref="Read"/> left.</summary>
    public static void Drop(SqlSession sql) => sql.Drop("booked_lines", "booked_refunds");

    private static (long Orders, long Unassigned) ReadOrders(SqlSession sql, DateOnly asOf)
    {
        using var orders = sql.Read(Sql("order_totals"), ("as_of", asOf));
        orders.Read();
        return (orders.GetInt64(0), orders.GetInt64(1));
    }

    private static SqlFile Sql(string name) => SqlFile.Beside<LedgerTotals>(name);
}
