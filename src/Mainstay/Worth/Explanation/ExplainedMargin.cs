using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Explanation;

/// <summary>Margin to date: order lines and refunds, and what serving the customer took off it.</summary>
internal sealed class ExplainedMargin(ExplanationParts parts)
{
    private AnalysisDocument Document => parts.Document;

    public CustomerExplanation Of(ExplainedAccount account)
    {
        var goods = Orders(account.CustomerId);
        goods.AddRange(Refunds(account.CustomerId));
        if (account.TotalCost == 0)
            return parts.Sum("margin_to_date", parts.Round(account.Margin), goods);
        var product = parts.Sum("product_margin", parts.Round(account.Margin + account.TotalCost), goods);
        return parts.Sum(
            "margin_to_date", parts.Round(account.Margin), [product, .. new ExplainedCosts(parts).Of(account)]);
    }

    private List<CustomerExplanation> Orders(Guid customer)
    {
        var lines = new List<(string Order, DateOnly Day, decimal Margin, CustomerExplanation Line)>();
        using (var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedMargin>("explained_lines"),
            ("as_of", parts.Snapshot.AsOf), ("margin_rate", Document.Assumptions.MarginRate),
            ("customer_id", customer)))
        {
            while (row.Read())
                lines.Add((row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetDecimal(5), Line(row)));
        }

        return [.. lines.GroupBy(line => (line.Order, line.Day)).Select(order => parts.Sum(
            string.Create(CultureInfo.InvariantCulture, $"order {order.Key.Order}, {order.Key.Day:yyyy-MM-dd}"),
            parts.Round(order.Sum(line => line.Margin)),
            [.. order.Select(line => line.Line)]))];
    }

    private CustomerExplanation Line(DbDataReader row)
    {
        var name = row.IsDBNull(2) ? "order line" : row.GetString(2);
        var revenue = parts.Money("revenue", row.GetDecimal(3));
        var margin = parts.Round(row.GetDecimal(5));
        return row.IsDBNull(4)
            ? new(name, margin, parts.Currency, "revenue * margin_rate", [revenue, Rate()])
            : new(name, margin, parts.Currency, "revenue - cost", [revenue, parts.Money("cost", row.GetDecimal(4))]);
    }

    private CustomerExplanation Rate() => ExplanationParts.Given(
        "margin_rate", Document.Assumptions.MarginRate, "fraction", Document.Assumptions.MarginRateMark);

    private List<CustomerExplanation> Refunds(Guid customer)
    {
        var refunds = new List<CustomerExplanation>();
        using var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedMargin>("explained_refunds"),
            ("as_of", parts.Snapshot.AsOf), ("margin_rate", Document.Assumptions.MarginRate),
            ("customer_id", customer));
        while (row.Read())
            refunds.Add(Refund(row));
        return refunds;
    }

    private CustomerExplanation Refund(DbDataReader row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"refund, {row.GetFieldValue<DateOnly>(0):yyyy-MM-dd}");
        var (amount, margin) = (row.GetDecimal(2), row.GetDecimal(4));
        var isAtRate = row.GetBoolean(3);
        return new(
            row.IsDBNull(1) ? name + ", of no known order" : name, parts.Round(margin), parts.Currency,
            isAtRate ? "-amount * margin_rate" : "cost_returned - amount",
            [parts.Money("amount", amount), isAtRate ? Rate() : parts.Money("cost_returned", amount + margin)]);
    }
}
