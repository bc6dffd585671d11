using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>
/// The as-of of costs that names none: the last day with an order or activity; without either the end of the last
/// pool's period, but not after the day of the last import.
/// </summary>
internal static class LastFactDay
{
    /// <exception cref="NothingToAnalyzeException">Nothing was ever imported.</exception>
    public static DateOnly Of(SqlSession sql)
    {
        using var row = sql.Read(SqlFile.Beside(typeof(LastFactDay), "last_fact_day"));
        row.Read();
        if (!row.IsDBNull(0))
            return row.GetFieldValue<DateOnly>(0);
        if (row.IsDBNull(2))
            throw new NothingToAnalyzeException();
        var imported = DateOnly.FromDateTime(row.GetFieldValue<DateTimeOffset>(2).UtcDateTime);
        return !row.IsDBNull(1) && row.GetFieldValue<DateOnly>(1) is var until && until < imported ? until : imported;
    }
}
