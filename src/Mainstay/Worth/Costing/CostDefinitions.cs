using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>Pools, unit times and rates as the ledger holds them today.</summary>
internal sealed record CostDefinitions(
    IReadOnlyList<ResourcePool> Pools, IReadOnlyList<UnitTime> Times, IReadOnlyList<UnitRate> Rates)
{
    public static CostDefinitions Read(SqlSession sql) => new(
        All(sql, "pools", row => new ResourcePool
        {
            Name = row.GetString(0),
            From = Day(row, 1),
            Until = Day(row, 2),
            Cost = Number(row, 3) ?? 0,
            CapacityMinutes = Number(row, 4) ?? 0,
            StatedAvoidableShare = Number(row, 5),
            StepMinutes = Number(row, 6),
            Mark = Text(row, 7) ?? CostMark.Measured,
        }),
        All(sql, "activity_times", row => new UnitTime(
            row.GetString(0), Text(row, 1), Day(row, 2), Number(row, 3), Text(row, 4),
            Text(row, 5) ?? CostMark.TimeStudy)),
        All(sql, "unit_rates", row => new UnitRate(
            row.GetString(0), Day(row, 1), Number(row, 2) ?? 0, Number(row, 3), Text(row, 4) ?? CostMark.Estimated)));

    private static List<T> All<T>(SqlSession sql, string file, Func<DbDataReader, T> of)
    {
        var all = new List<T>();
        using var row = sql.Read(SqlFile.Beside<CostDefinitions>(file));
        while (row.Read())
            all.Add(of(row));
        return all;
    }

    private static DateOnly? Day(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static decimal? Number(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDecimal(column);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
