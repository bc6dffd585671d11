using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Losing;

/// <summary>Writes who costs money in a snapshot, why, and what would turn each.</summary>
internal sealed class LosersReport(SqlSession sql, Snapshot snapshot)
{
    /// <summary>The temporary table of those whom the report lists.</summary>
    internal const string Losing = "losing_customers";

    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public LosersDocument Write(long? count)
    {
        sql.Materialize(
            Losing, SqlFile.Beside<LosersReport>(Losing),
            ("snapshot_id", snapshot.Id), ("count", count));
        using var totals = sql.Read(SqlFile.Beside<LosersReport>("losing_totals"), ("snapshot_id", snapshot.Id));
        totals.Read();
        var (customers, contribution, minutes) = (totals.GetInt64(0), totals.GetDecimal(1), totals.GetDecimal(2));
        var perMinute = totals.GetDecimal(4) > 0 ? totals.GetDecimal(3) / totals.GetDecimal(4) : (decimal?)null;
        var others = new LosingOthers(totals.GetInt64(5), _unit.Round(totals.GetDecimal(6)));
        totals.Close();
        return new()
        {
            AsOf = snapshot.AsOf,
            Currency = snapshot.Document.Currency,
            Customers = Customers(perMinute),
            CustomersTotal = customers,
            Contribution = _unit.Round(contribution),
            NeverBought = others,
            Minutes = minutes > 0 ? decimal.Round(minutes, 1, MidpointRounding.AwayFromZero) : null,
            GoldEarnsPerMinute = perMinute is { } earns ? _unit.Round(earns) : null,
        };
    }

    private List<LosingCustomer> Customers(decimal? perMinute)
    {
        var causes = LossCauses.Read(sql, snapshot);
        var exceptions = KeptCustomers.Read(sql, snapshot.AsOf);
        var customers = new List<LosingCustomer>();
        using var row = sql.Read(SqlFile.Beside<LosersReport>("losing_list"));
        while (row.Read())
        {
            var id = row.GetGuid(0);
            customers.Add(Customer(row, causes.Of(id), perMinute, exceptions.GetValueOrDefault(id)));
        }

        return customers;
    }

    private LosingCustomer Customer(
        DbDataReader row, IReadOnlyList<LossCause> causes, decimal? perMinute, KeptCustomer? exception)
    {
        var (revenue, margin, minutes) = (row.GetDecimal(3), row.GetDecimal(4), row.GetDecimal(7));
        return new()
        {
            Customer = row.GetString(1),
            Name = row.IsDBNull(2) ? null : row.GetString(2),
            NetRevenue = _unit.Round(revenue),
            Contribution = _unit.Round(margin),
            AvoidableContribution = _unit.Round(margin + row.GetDecimal(5) - row.GetDecimal(6)),
            Causes = [.. causes.Select(cause => cause with { Amount = _unit.Round(cause.Amount) })
                .Where(cause => cause.Amount > 0)],
            BreakEvenMultiplier = revenue > 0 ? (double)((revenue - margin) / revenue) : null,
            BreakEvenReason = revenue > 0 ? null : "there is no net revenue that another price could change",
            SmallestChange = Smallest(revenue, -margin, causes),
            Minutes = decimal.Round(minutes, 1, MidpointRounding.AwayFromZero),
            TakenFromGold = perMinute is { } earns ? _unit.Round(earns * minutes) : null,
            Exception = exception,
        };
    }

    /// <summary>
    /// The least relative change, of prices upwards or of one cause downwards, that makes up for the loss.
    /// </summary>
    private static SmallestChange? Smallest(decimal revenue, decimal loss, IReadOnlyList<LossCause> causes) =>
        causes.Where(cause => cause.Amount >= loss)
            .Select(cause => new SmallestChange(cause.Cause, (double)(loss / cause.Amount)))
            .Concat(revenue > 0 ? [new SmallestChange(WhatIfAction.Reprice, (double)(loss / revenue))] : [])
            .MinBy(change => change.Fraction);
}
