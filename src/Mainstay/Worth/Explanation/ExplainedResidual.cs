using Mainstay.Statistics.Attrition;

namespace Mainstay.Worth.Explanation;

/// <summary>What is still to come: purchases, spend and rates, down to the models' inputs.</summary>
internal sealed class ExplainedResidual(ExplanationParts parts)
{
    private AnalysisDocument Document => parts.Document;

    public CustomerExplanation Of(ExplainedAccount account)
    {
        if (!account.HasBought)
            return new("residual_value", 0, parts.Currency, null, [])
            {
                Note = "they have bought nothing that stayed bought, so nothing more is counted on",
            };
        if (account.ResidualValue is not { } value)
            return new("residual_value", null, parts.Currency, null, [])
            {
                Note = "nothing expected could be modelled",
            };
        var served = account.ServiceRate is { } service && service != 0;
        var nodes = new List<CustomerExplanation> { Purchases(account), Spend(account), MarginRate(account) };
        if (served)
            nodes.Add(ServiceRate(account));
        return new("residual_value", parts.Round((double?)value), parts.Currency,
            served
                ? "residual_purchases * expected_spend * (margin_rate - service_rate)"
                : "residual_purchases * expected_spend * margin_rate", nodes);
    }

    private CustomerExplanation Purchases(ExplainedAccount account)
    {
        var (period, model) = (Document.Assumptions.Period + "s", Document.Models.Attrition.Model);
        var alive = PAlive(account);
        return new(
            "residual_purchases", ExplanationParts.Plain(account.ResidualPurchases), "purchases, discounted",
            "p_alive_under_model * purchases_if_alive",
        [
            ExplanationParts.Given(
                "p_alive_under_model", alive, "probability",
                $"{model}: that they are still a customer, given frequency, recency and t; states are another model's"),
            ExplanationParts.Given(
                "purchases_if_alive", alive > 0 ? account.ResidualPurchases / alive : 0, "purchases",
                $"{model}: after as-of, each worth e^(−δ·time), should they still be a customer"),
            ExplanationParts.Given("frequency", (decimal?)account.Frequency, "repeat purchase days"),
            ExplanationParts.Given("recency", account.Recency, period),
            ExplanationParts.Given("t", account.T, period),
            ExplanationParts.Given(
                "discount_rate", Document.Assumptions.DiscountRate, "per year", "δ = ln(1 + rate) / 365.25 per day"),
            .. Parameters(Document.Models.Attrition.Parameters),
        ])
        {
            Note = "frequency, recency, t, discount rate and parameters are what both factors follow from",
        };
    }

    private double PAlive(ExplainedAccount account)
    {
        var fit = Document.Models.Attrition;
        var history = new PurchaseHistory(account.Frequency ?? 0, account.Recency ?? 0, account.T ?? 0);
        return AttritionFamilies.Named(fit.Model)!.With(fit.Parameters).PAlive(history);
    }

    private CustomerExplanation Spend(ExplainedAccount account)
    {
        var model = Document.Models.Spend;
        var spend = new CustomerExplanation(
            "expected_spend", ExplanationParts.Plain(account.ExpectedSpend), parts.Currency, null,
            [.. Parameters(model.Parameters)]);
        if (model.Model != "gamma-gamma")
            return spend with
            {
                Formula = "mean",
                Note = $"{model.Model}: the company's mean spend per repeat purchase day",
            };
        return spend with
        {
            Formula = "p * (gamma + frequency * monetary_value) / (p * frequency + q - 1)",
            Note = "gamma-gamma",
            Children =
            [
                .. spend.Children,
                ExplanationParts.Given("frequency", (decimal?)account.Frequency, "repeat purchase days"),
                ExplanationParts.Given(
                    "monetary_value", account.MonetaryValue ?? 0, parts.Currency, "mean spend per repeat purchase day"),
            ],
        };
    }

    private CustomerExplanation MarginRate(ExplainedAccount account) => Shrunk(
        "margin_rate", account, account.MarginRate, "margin_before_service",
        account.Margin + account.TotalCost - account.CostBeforeService,
        "company_margin_rate", Document.Assumptions.CompanyMarginRate);

    private CustomerExplanation ServiceRate(ExplainedAccount account)
    {
        var (revenue, median) = ((double)account.NetRevenue, Document.Assumptions.MedianCustomerRevenue);
        var avoidable = account.NetRevenue > 0
            ? (account.ServiceRate!.Value * (revenue + median)) - (median * Document.Lifetime.CompanyServiceRate)
            : 0;
        return Shrunk(
            "service_rate", account, account.ServiceRate, "avoidable_service", ExplanationParts.Plain(avoidable) ?? 0,
            "company_service_rate", Document.Lifetime.CompanyServiceRate) with
        {
            Note = "avoidable cost to serve and marketing, over revenue",
        };
    }

    private CustomerExplanation Shrunk(
        string name, ExplainedAccount account, double? rate, string own, decimal amount, string company,
        double ofCompany)
    {
        var companys = ExplanationParts.Given(company, ofCompany, "fraction");
        return account.NetRevenue <= 0
            ? new(name, ExplanationParts.Plain(rate), "fraction", company, [companys])
            : new(name, ExplanationParts.Plain(rate), "fraction",
                $"({own} + median_revenue * {company}) / (net_revenue + median_revenue)",
                [
                    parts.Money(own, amount), parts.Money("net_revenue", account.NetRevenue),
                    ExplanationParts.Given(
                        "median_revenue", Document.Assumptions.MedianCustomerRevenue, parts.Currency,
                        "of customers: at this revenue their own rate and the company's weigh the same"),
                    companys,
                ]);
    }

    private static IEnumerable<CustomerExplanation> Parameters(IReadOnlyDictionary<string, double> parameters) =>
        parameters.Select(one => ExplanationParts.Given(one.Key, one.Value, "parameter"));
}
