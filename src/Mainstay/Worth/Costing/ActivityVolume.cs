using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Costing;

/// <summary>Activities that share a price, an owner or none, a mark, and what they say of themselves.</summary>
internal sealed record ActivityVolume
{
    public required ActivityPrice Price { get; init; }

    public required bool IsUnassigned { get; init; }

    /// <summary>What their cost rests on.</summary>
    public required string Mark { get; init; }

    /// <summary>They say what they cost, so that nothing needs to price them.</summary>
    public required bool StatesCost { get; init; }

    public required bool StatesMinutes { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>Cost they say; else quantity or minutes × price, 0 where nothing prices them.</summary>
    public decimal Cost => StatesCost ? StatedCost : Price.CostOf(Quantity, StatesMinutes ? StatedMinutes : null);

    /// <summary>
    /// Minutes they say, else by the unit time; of stated costs no unit time that is our default.
    /// </summary>
    public decimal Minutes =>
        StatesMinutes ? StatedMinutes
        : StatesCost && Price.Mark == CostMark.Default ? 0
        : Quantity * (Price.UnitMinutes ?? 0);

    /// <summary>Quantity that nothing prices.</summary>
    public decimal Unpriced =>
        StatesCost || Price.UnitCost is not null || (StatesMinutes && Price.CostPerMinute is not null) ? 0 : Quantity;

    private decimal StatedMinutes { get; init; }

    private decimal StatedCost { get; init; }

    /// <summary>Reads what <see cref="CostTables.Price"/> left on the session, in the order of prices.</summary>
    public static IReadOnlyList<ActivityVolume> ReadAll(SqlSession sql, IReadOnlyList<ActivityPrice> prices)
    {
        var volumes = new List<ActivityVolume>();
        using var row = sql.Read(SqlFile.Beside<ActivityVolume>("activity_volumes"));
        while (row.Read())
            volumes.Add(Of(row, prices));
        return volumes;
    }

    private static ActivityVolume Of(DbDataReader row, IReadOnlyList<ActivityPrice> prices) => new()
    {
        Price = prices[(int)row.GetInt64(0)],
        IsUnassigned = row.GetBoolean(1),
        Mark = CostMark.All[(int)row.GetInt64(2)],
        StatesCost = row.GetBoolean(3),
        StatesMinutes = row.GetBoolean(4),
        Quantity = row.GetDecimal(5),
        StatedMinutes = row.GetDecimal(6),
        StatedCost = row.GetDecimal(7),
    };
}
