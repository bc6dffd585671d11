using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Losing;

/// <summary>Orders of the chosen that a minimum order would meet.</summary>
/// <param name="Orders">All of theirs.</param>
/// <param name="Small">Those below the minimum.</param>
/// <param name="Missing">What these fall short of it, together.</param>
/// <param name="Margin">Product margin of the small ones.</param>
internal sealed record SmallOrders(long Orders, long Small, decimal Missing, decimal Margin)
{
    /// <summary>Needs chosen_customers on the session.</summary>
    public static SmallOrders Read(SqlSession sql, Snapshot snapshot, WhatIfRequest request)
    {
        using var row = sql.Read(
            SqlFile.Beside<SmallOrders>("orders_below"),
            ("as_of", snapshot.AsOf), ("least", request.MinimumOrder),
            ("margin_rate", snapshot.Document.Assumptions.MarginRate), ("with_exceptions", request.WithExceptions));
        row.Read();
        return new(row.GetInt64(0), row.GetInt64(1), row.GetDecimal(2), row.GetDecimal(3));
    }
}
