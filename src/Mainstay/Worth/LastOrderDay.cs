using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>The as-of of an analysis that names none: the last day with an order line.</summary>
public static class LastOrderDay
{
    /// <summary>The day; null where there is no order line.</summary>
    public static DateOnly? Find(SqlSession sql)
    {
        using var row = sql.Read(SqlFile.Beside(typeof(LastOrderDay), "last_order_day"));
        return row.Read() && !row.IsDBNull(0) ? row.GetFieldValue<DateOnly>(0) : null;
    }

    /// <exception cref="NothingToAnalyzeException">There is no order line.</exception>
    internal static DateOnly Of(SqlSession sql) => Find(sql) ?? throw new NothingToAnalyzeException();
}
