using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Explanation;

/// <summary>The numbers of a snapshot from which one customer's value follows.</summary>
internal sealed record ExplainedAccount
{
    public required Guid CustomerId { get; init; }

    public required long? Frequency { get; init; }

    /// <summary>Whether anything they bought has stayed bought.</summary>
    public bool HasBought => Frequency is not null;

    public required double? Recency { get; init; }

    public required double? T { get; init; }

    public required double? MonetaryValue { get; init; }

    public required double? ResidualPurchases { get; init; }

    public required double? ExpectedSpend { get; init; }

    public required double? MarginRate { get; init; }

    public required double? ServiceRate { get; init; }

    public required decimal Margin { get; init; }

    public required double? ResidualValue { get; init; }

    public required double? LifetimeValue { get; init; }

    public required decimal NetRevenue { get; init; }

    /// <summary>Costs before service: fees, delivery and returns.</summary>
    public required decimal CostBeforeService { get; init; }

    public required decimal TotalCost { get; init; }

    public required decimal AcquisitionCost { get; init; }

    public required double ReferralValue { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public static ExplainedAccount? Read(SqlSession sql, Snapshot snapshot, string key)
    {
        using var row = sql.Read(
            SqlFile.Beside<ExplainedAccount>("explained_customer"), ("snapshot_id", snapshot.Id), ("key", key));
        return row.Read() ? Of(row) : null;
    }

    private static ExplainedAccount Of(DbDataReader row) => new()
    {
        CustomerId = row.GetGuid(0),
        Frequency = row.IsDBNull(1) ? null : row.GetInt64(1),
        Recency = Number(row, 2),
        T = Number(row, 3),
        MonetaryValue = Number(row, 4),
        ResidualPurchases = Number(row, 5),
        ExpectedSpend = Number(row, 6),
        MarginRate = Number(row, 7),
        ServiceRate = Number(row, 8),
        Margin = row.GetDecimal(9),
        ResidualValue = Number(row, 10),
        LifetimeValue = Number(row, 11),
        NetRevenue = row.GetDecimal(12),
        CostBeforeService = row.GetDecimal(13),
        TotalCost = row.GetDecimal(14),
        AcquisitionCost = row.GetDecimal(15),
        ReferralValue = row.GetDouble(16),
        FirstDay = row.IsDBNull(17) ? null : row.GetFieldValue<DateOnly>(17),
    };

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
