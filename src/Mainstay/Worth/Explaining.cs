using System.Globalization;
using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>
/// Builds the explanation of one customer: the same steps as the analysis, run on this customer's facts alone.
/// </summary>
internal sealed class Explaining(SqlSession sql, Snapshot snapshot)
{
    private readonly AnalysisDocument _document = snapshot.Document;
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    private decimal MarginRate => _document.Assumptions.MarginRate;

    public CustomerExplanation? Explain(string key)
    {
        CustomerExplanation residual;
        Guid customer;
        decimal margin;
        double? lifetime;
        using (var row = sql.Read(
            SqlFile.Beside<Explaining>("explained_customer"), ("snapshot_id", snapshot.Id), ("key", key)))
        {
            if (!row.Read())
                return null;
            customer = row.GetGuid(0);
            margin = row.GetDecimal(9);
            lifetime = Number(row, 11);
            residual = Residual(row);
        }

        var parts = new List<CustomerExplanation> { Margin(customer, margin), residual };
        return Sum("lifetime_value", _unit.Round(lifetime) ?? _unit.Round(margin), parts);
    }

    private CustomerExplanation Residual(DbDataReader row)
    {
        if (Number(row, 10) is not { } value)
            return new("residual_value", null, Currency, "nothing expected could be modelled", []);
        var rate = _document.Assumptions;
        const string formula = "residual_purchases × expected_spend × margin_rate";
        return new("residual_value", _unit.Round((double?)value), Currency, formula,
        [
            new("residual_purchases", Plain(Number(row, 6)), "purchases, discounted",
                $"{_document.Models.Attrition.Model}: expected purchases after as-of, each worth e^(−δ·time), "
                    + "given frequency, recency and t",
                [.. Given(row), .. Parameters(_document.Models.Attrition.Parameters)]),
            new("expected_spend", Plain(Number(row, 7)), Currency, SpendFormula(),
                [.. Parameters(_document.Models.Spend.Parameters),
                 new("monetary_value", Plain(Number(row, 4)), Currency, "mean spend per repeat purchase day", [])]),
            new("margin_rate", Plain(Number(row, 8)), "fraction",
                "(margin_to_date + median_revenue × company_margin_rate) / (net_revenue + median_revenue)",
                [new("net_revenue", _unit.Round(row.GetDecimal(12)), Currency, null, []),
                 new("median_revenue", _unit.Round(rate.MedianCustomerRevenue), Currency, null, []),
                 new("company_margin_rate", Plain(rate.CompanyMarginRate), "fraction", null, [])]),
        ]);
    }

    private IEnumerable<CustomerExplanation> Given(DbDataReader row)
    {
        var period = _document.Assumptions.Period + "s";
        yield return new("frequency", row.IsDBNull(1) ? null : row.GetInt64(1), "repeat purchase days", null, []);
        yield return new("recency", Plain(Number(row, 2)), period, null, []);
        yield return new("t", Plain(Number(row, 3)), period, null, []);
        yield return new(
            "discount_rate", _document.Assumptions.DiscountRate, "per year", "δ = ln(1 + rate) / 365.25 per day", []);
    }

    private string SpendFormula() => _document.Models.Spend.Model == "gamma-gamma"
        ? "gamma-gamma: p (γ + x · monetary_value) / (p x + q − 1), x = frequency"
        : $"{_document.Models.Spend.Model}: the company's mean spend per repeat purchase day";

    private static IEnumerable<CustomerExplanation> Parameters(IReadOnlyDictionary<string, double> parameters) =>
        parameters.Select(one => new CustomerExplanation(one.Key, Plain(one.Value), "parameter", null, []));

    private CustomerExplanation Margin(Guid customer, decimal margin)
    {
        var parts = Orders(customer);
        parts.AddRange(Refunds(customer));
        return Sum("margin_to_date", _unit.Round(margin), parts);
    }

    private List<CustomerExplanation> Orders(Guid customer)
    {
        var lines = new List<(string Order, DateOnly Day, decimal Margin, CustomerExplanation Line)>();
        using (var row = sql.Read(
            SqlFile.Beside<Explaining>("explained_lines"),
            ("as_of", snapshot.AsOf), ("margin_rate", MarginRate), ("customer_id", customer)))
        {
            while (row.Read())
                lines.Add((row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetDecimal(5), Line(row)));
        }

        return [.. lines.GroupBy(line => (line.Order, line.Day)).Select(order => Sum(
            string.Create(CultureInfo.InvariantCulture, $"order {order.Key.Order}, {order.Key.Day:yyyy-MM-dd}"),
            _unit.Round(order.Sum(line => line.Margin)),
            [.. order.Select(line => line.Line)]))];
    }

    private CustomerExplanation Line(DbDataReader row)
    {
        var name = row.IsDBNull(2) ? "order line" : row.GetString(2);
        var revenue = new CustomerExplanation("revenue", _unit.Round(row.GetDecimal(3)), Currency, null, []);
        return row.IsDBNull(4)
            ? new(name, _unit.Round(row.GetDecimal(5)), Currency, "revenue × margin_rate",
                [revenue, new("margin_rate", MarginRate, "fraction", _document.Assumptions.MarginRateMark, [])])
            : new(name, _unit.Round(row.GetDecimal(5)), Currency, "revenue − cost",
                [revenue, new("cost", _unit.Round(row.GetDecimal(4)), Currency, null, [])]);
    }

    private List<CustomerExplanation> Refunds(Guid customer)
    {
        var refunds = new List<CustomerExplanation>();
        using var row = sql.Read(
            SqlFile.Beside<Explaining>("explained_refunds"),
            ("as_of", snapshot.AsOf), ("margin_rate", MarginRate), ("customer_id", customer));
        while (row.Read())
        {
            var day = row.GetFieldValue<DateOnly>(0);
            var name = string.Create(CultureInfo.InvariantCulture, $"refund, {day:yyyy-MM-dd}");
            refunds.Add(new(
                row.IsDBNull(1) ? name + ", of no known order" : name,
                _unit.Round(row.GetDecimal(4)),
                Currency,
                row.GetBoolean(3) ? "−amount × margin_rate" : "−amount + cost of what came back",
                [new("amount", _unit.Round(row.GetDecimal(2)), Currency, null, [])]));
        }

        return refunds;
    }

    private string Currency => _document.Currency;

    private CustomerExplanation Sum(string name, decimal value, IReadOnlyList<CustomerExplanation> parts)
    {
        var rounding = value - parts.Sum(part => part.Value ?? 0);
        return new(name, value, Currency, CustomerExplanation.Sum,
            rounding == 0 ? parts : [.. parts, new("rounding", rounding, Currency, null, [])]);
    }

    private static double? Number(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDouble(column);

    private static decimal? Plain(double? value) =>
        value is { } number && Math.Abs(number) < 1e24 ? decimal.Round((decimal)number, 9) : null;
}
