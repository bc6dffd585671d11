using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>All customers together, summed over customers: the other path of the reconciliation.</summary>
internal sealed record CustomerTotals
{
    /// <summary>Customers with a purchase day.</summary>
    public required long Customers { get; init; }

    public required decimal NetRevenue { get; init; }

    public required decimal MarginToDate { get; init; }

    /// <summary>Customers all of whose orders were refunded, or who have unlinked refunds only.</summary>
    public required CustomersWithoutPurchase WithoutPurchase { get; init; }

    public required long ZeroSpendRepeaters { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public required DateOnly? LastDay { get; init; }

    /// <summary>Median net revenue of customers with a purchase day.</summary>
    public required double MedianRevenue { get; init; }

    public static CustomerTotals Read(SqlSession sql)
    {
        using var row = sql.Read(SqlFile.Beside<CustomerTotals>("customer_totals"));
        row.Read();
        return new()
        {
            Customers = row.GetInt64(0),
            NetRevenue = row.GetDecimal(1),
            MarginToDate = row.GetDecimal(2),
            WithoutPurchase = new(row.GetInt64(3), row.GetDecimal(4), row.GetDecimal(5)),
            ZeroSpendRepeaters = row.GetInt64(6),
            FirstDay = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7),
            LastDay = row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            MedianRevenue = row.IsDBNull(9) ? 0 : row.GetDouble(9),
        };
    }
}
