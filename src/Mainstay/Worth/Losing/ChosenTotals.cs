using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Losing;

/// <summary>The chosen customers together.</summary>
internal sealed record ChosenTotals(
    long Customers, long Excepted, decimal NetRevenue, decimal Margin, decimal ProductMargin, decimal TotalCost,
    decimal AvoidableCost, decimal EstimatedCost)
{
    public static ChosenTotals Read(SqlSession sql, bool withExceptions)
    {
        using var row = sql.Read(SqlFile.Beside<ChosenTotals>("chosen_totals"), ("with_exceptions", withExceptions));
        row.Read();
        return new(
            row.GetInt64(0), row.GetInt64(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4),
            row.GetDecimal(5), row.GetDecimal(6), row.GetDecimal(7));
    }

    /// <summary>κ: contribution over those costs alone that would go with them.</summary>
    public decimal AvoidableContribution => ProductMargin - AvoidableCost;
}
