using System.Data.Common;

namespace Mainstay.Worth;

/// <summary>Reads a <see cref="CustomerWorth"/> from a row that names its columns as customer_worth does.</summary>
internal static class CustomerWorthRow
{
    public static IReadOnlyList<CustomerWorth> ReadAll(DbDataReader rows, MinorUnit unit)
    {
        var customers = new List<CustomerWorth>();
        while (rows.Read())
            customers.Add(Read(rows, unit));
        return customers;
    }

    private static CustomerWorth Read(DbDataReader row, MinorUnit unit) => new()
    {
        Customer = row.GetString(row.GetOrdinal("customer")),
        Name = Text(row, "name"),
        Stage = row.GetString(row.GetOrdinal("stage")),
        State = Text(row, "state"),
        Tier = Text(row, "tier"),
        Frequency = Value<long>(row, "frequency"),
        Recency = Value<double>(row, "recency"),
        T = Value<double>(row, "t"),
        MonetaryValue = Value<double>(row, "monetary_value"),
        PAlive = Value<double>(row, "p_alive"),
        PAliveModel = row.GetString(row.GetOrdinal("p_alive_model")),
        ExpectedPurchases12m = Value<double>(row, "expected_purchases_12m"),
        MarginToDate = unit.Round(row.GetDecimal(row.GetOrdinal("margin_to_date"))),
        ResidualValue = unit.Round(Value<double>(row, "residual_value")),
        ResidualLow = unit.Round(Value<double>(row, "residual_low")),
        ResidualHigh = unit.Round(Value<double>(row, "residual_high")),
        LifetimeValue = unit.Round(Value<double>(row, "lifetime_value")),
        FirstDay = Value<DateOnly>(row, "first_day"),
        LastDay = Value<DateOnly>(row, "last_day"),
        NetRevenue = unit.Round(row.GetDecimal(row.GetOrdinal("net_revenue"))),
        MarginEstimated = row.GetBoolean(row.GetOrdinal("margin_estimated")),
    };

    private static string? Text(DbDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    private static T? Value<T>(DbDataReader row, string column)
        where T : struct => row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetFieldValue<T>(at);
}
