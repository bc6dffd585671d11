using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Costs;
using Mainstay.Ledger.Engines;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Explanation;

/// <summary>
/// What serving a customer took off their margin: by what for, then fact by fact, down to minutes and rates.
/// </summary>
internal sealed class ExplainedCosts(ExplanationParts parts)
{
    private CostTables _tables = default!;

    public IEnumerable<CustomerExplanation> Of(ExplainedAccount account)
    {
        _tables = CostTables.Price(parts.Sql, parts.Snapshot.AsOf, parts.Document.SettingsThen());
        var facts = new List<(string Category, decimal Cost, CustomerExplanation Node)>();
        using (var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedCosts>("explained_costs"), ("customer_id", account.CustomerId)))
        {
            while (row.Read())
                facts.Add((row.GetString(0), row.GetDecimal(8), Fact(row)));
        }

        CostTables.Drop(parts.Sql);
        return CostCategory.All.Select(category => facts.Where(fact => fact.Category == category).ToList())
            .Where(group => group.Count > 0)
            .Select(group => parts.Sum(
                group[0].Category, parts.Round(-group.Sum(fact => fact.Cost)), [.. group.Select(fact => fact.Node)]));
    }

    private CustomerExplanation Fact(DbDataReader row)
    {
        var name = row.IsDBNull(1) ? row.GetString(2) : string.Create(
            CultureInfo.InvariantCulture, $"{row.GetString(2)}, {row.GetFieldValue<DateOnly>(1):yyyy-MM-dd}");
        var node = new CustomerExplanation(name, parts.Round(-row.GetDecimal(8)), parts.Currency, null, [])
        {
            Note = CostMark.All[(int)row.GetInt64(9)],
        };
        if (row.GetString(0) == CostCategory.SlowPayment)
            return Waiting(row, node);
        if (row.IsDBNull(4) || !row.IsDBNull(7))
            return node with { Formula = "-cost", Children = [parts.Money("cost", row.GetDecimal(8))] };
        var price = _tables.Prices[(int)row.GetInt64(4)];
        var quantity = ExplanationParts.Given("quantity", row.IsDBNull(5) ? 1 : row.GetDecimal(5), price.Activity);
        if (price.CostPerMinute is null || (row.IsDBNull(6) && price.UnitMinutes is null))
            return node with
            {
                Formula = "-quantity * unit_cost",
                Children = [quantity, parts.Money("unit_cost", price.UnitCost ?? 0, $"rate card, {price.Mark}")],
            };
        return node with
        {
            Formula = "-minutes * cost_per_minute",
            Children = [Minutes(row, price, quantity), PerMinute(price)],
        };
    }

    private CustomerExplanation Waiting(DbDataReader row, CustomerExplanation node) => node with
    {
        Formula = "-amount * days * waiting_rate",
        Children =
        [
            parts.Money("amount", row.GetDecimal(7)), ExplanationParts.Given("days", row.GetDecimal(5), "days"),
            new("waiting_rate", _tables.WaitingRate, "per day", "capital_rate / 365.25",
                [ExplanationParts.Given("capital_rate", parts.Document.Assumptions.CapitalRate, "per year")]),
        ],
    };

    private static CustomerExplanation Minutes(DbDataReader row, ActivityPrice price, CustomerExplanation quantity) =>
        row.IsDBNull(6)
            ? new("minutes", ExplanationParts.Plain(quantity.Value!.Value * price.UnitMinutes!.Value), "minutes",
                "quantity * unit_minutes", [quantity, UnitMinutes(price)])
            : ExplanationParts.Given("minutes", row.GetDecimal(6), "minutes", "measured for this very one");

    private static CustomerExplanation UnitMinutes(ActivityPrice price)
    {
        if (price.Equation is not { } equation || TimeEquation.TryParse(equation, out _) is not { } parsed)
            return ExplanationParts.Given("unit_minutes", price.UnitMinutes, "minutes", price.Mark);
        var drivers = TimeEquation.ReadDrivers(price.Drivers);
        return new("unit_minutes", ExplanationParts.Plain(price.UnitMinutes!.Value), "minutes", equation,
            [.. parsed.Drivers.Select(driver =>
                ExplanationParts.Given(driver, drivers.GetValueOrDefault(driver), "driver"))]);
    }

    private bool HasCapacity(string? name) => _tables.Definitions.Pools.Any(
        pool => pool.CapacityMinutes > 0 && pool.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private CustomerExplanation PerMinute(ActivityPrice price)
    {
        if (price.PoolNumber is not { } number)
            return parts.Money("cost_per_minute", price.CostPerMinute!.Value, HasCapacity(price.Pool)
                ? $"pool {price.Pool}, of another period: {price.Mark}" : $"no pool or rate says, {price.Mark}");
        var pool = _tables.Definitions.Pools[number];
        return new(
            "cost_per_minute", ExplanationParts.Plain(pool.RatePerMinute), parts.Currency, "cost / capacity_minutes",
        [
            parts.Money("cost", pool.Cost),
            ExplanationParts.Given("capacity_minutes", pool.CapacityMinutes, "minutes"),
        ])
        { Note = $"pool {pool.Name}, {pool.Mark}" };
    }
}
