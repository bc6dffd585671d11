using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Ladder;

/// <summary>Writes the ladder of a snapshot: the company's from its document, each customer's from its rows.</summary>
internal sealed class LadderReport(SqlSession sql, Snapshot snapshot)
{
    private readonly AnalysisDocument _document = snapshot.Document;
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public LadderDocument Write(LadderRequest request)
    {
        var ladder = _document.Ladder;
        var (company, unassigned) = (ladder.Steps[^1].Amount, ladder.Unassigned[^1].Amount);
        return new()
        {
            AsOf = _document.AsOf,
            Currency = _document.Currency,
            Steps = ladder.Steps,
            Unassigned = ladder.Unassigned.ToDictionary(step => step.Name, step => step.Amount, StringComparer.Ordinal),
            ByCustomer = request.ByCustomer ? Customers(key: null) : null,
            ByPeriod = request.Period is { } period ? new PeriodLadders(sql, snapshot).Of(period) : null,
            UnusedCapacityCost = ladder.UnusedCapacityCost,
            Low = ladder.Low,
            High = ladder.High,
            Mark = ladder.Mark,
            Reconciliation = _document.MarginReconciliation,
        };
    }

    public CustomerLadder? Of(string key) => Customers(key) is [var one] ? one : null;

    private List<CustomerLadder> Customers(string? key)
    {
        var customers = new List<CustomerLadder>();
        using var row = sql.Read(
            SqlFile.Beside<LadderReport>("customer_ladders"), ("snapshot_id", snapshot.Id), ("key", key));
        while (row.Read())
            customers.Add(new(
                row.GetString(0), Amount(1), Amount(2), Amount(3), Amount(4), Amount(5), Amount(6)));
        return customers;

        decimal Amount(int column) => _unit.Round(row.GetDecimal(column));
    }
}
