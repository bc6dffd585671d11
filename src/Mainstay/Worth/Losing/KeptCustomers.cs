using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Losing;

/// <summary>The exceptions in force on a day, by customer; of several the one decided last.</summary>
internal static class KeptCustomers
{
    public static IReadOnlyDictionary<Guid, KeptCustomer> Read(SqlSession sql, DateOnly asOf)
    {
        var exceptions = new Dictionary<Guid, KeptCustomer>();
        using var row = sql.Read(SqlFile.Beside(typeof(KeptCustomers), "exceptions"), ("as_of", asOf));
        while (row.Read())
            exceptions[row.GetGuid(0)] = new(
                row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
                row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
                row.IsDBNull(5) ? null : row.GetString(5));
        return exceptions;
    }
}
