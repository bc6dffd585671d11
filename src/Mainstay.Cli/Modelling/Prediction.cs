using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Cli.Modelling;

/// <summary>What a model foretells of a file's customers, in the format asked for.</summary>
internal sealed record Prediction(
    string Model, DateOnly? AsOf, Period Period, double Days, double Level, IReadOnlyList<CustomerForecast> Customers,
    bool IsWeighted, double Expected, Interval? Total)
{
    private const int Shown = 20;

    private static readonly Figures s_figures = new("XXX", "en");

    private static readonly Listing<CustomerForecast> s_customers = new("customers",
    [
        new("customer", row => row.Customer, new("customer", Flexible: true)),
        new("frequency", row => row.Frequency, new("repeats", Right: true)),
        new("recency", row => row.Recency),
        new("t", row => row.T),
        new("p_alive", row => row.Forecast.PAlive, new("p alive", Right: true), row => Number(row.Forecast.PAlive, 3)),
        new("p_buys", row => row.Forecast.PBuys, new("p buys", Right: true), row => Number(row.Forecast.PBuys, 3)),
        new("expected_purchases", row => row.Forecast.ExpectedPurchases, new("expected", Right: true),
            row => Number(row.Forecast.ExpectedPurchases, 2)),
        new("low", row => row.Forecast.Low, new("low", Right: true), row => Number(row.Forecast.Low, 0)),
        new("high", row => row.Forecast.High, new("high", Right: true), row => Number(row.Forecast.High, 0)),
        new("discounted_residual_purchases", row => row.Forecast.DiscountedResidualPurchases,
            new("all, discounted", Right: true), row => Number(row.Forecast.DiscountedResidualPurchases, 2)),
    ]);

    private static readonly Listing<CustomerForecast> s_groups = new(s_customers.Name,
    [
        .. s_customers.Columns.Take(4), new("weight", row => row.Weight, new("customers", Right: true)),
        .. s_customers.Columns.Skip(4),
    ]);

    private Listing<CustomerForecast> Rows => IsWeighted ? s_groups : s_customers;

    public void Write(Call call)
    {
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json =>
                {
                    json.WriteStartObject();
                    WriteHead(json);
                    Rows.WriteArray(json, Customers);
                    json.WriteEndObject();
                });
                break;
            case OutputFormat.Csv:
                Rows.Write(call, Customers);
                break;
            default:
                WriteTable(call);
                break;
        }
    }

    private static Cell Number(double? value, int digits) =>
        value is { } number ? s_figures.Number(number, digits) : Cell.Missing;

    private void WriteHead(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteString("model", Model);
        JsonText.WriteValue(json, "as_of", AsOf);
        json.WriteString("period", Period.Name);
        json.WriteNumber("days", Days);
        json.WriteNumber("level", Level);
        json.WriteStartObject("total");
        json.WriteNumber("expected_purchases", Expected);
        JsonText.WriteValue(json, "low", Total?.Low);
        JsonText.WriteValue(json, "high", Total?.High);
        json.WriteEndObject();
    }

    private void WriteTable(Call call)
    {
        var interval = Total is { } total
            ? $"({s_figures.Number(total.Low, 0)} to {s_figures.Number(total.High, 0)} with 90 % probability)"
            : "(no interval: the model file keeps no posterior)";
        var end = AsOf is { } day ? Figures.Day(day) : "the end of observation";
        call.Page.Answer(
            $"{s_figures.Number(Customers.Sum(row => row.Weight), 0)} customers should buy on "
            + $"≈ {s_figures.Number(Expected, 0)} more days {interval} in the {s_figures.Number(Days, 0)} days after "
            + $"{end}, under {Model}.");
        call.Page.Heading("The busiest");
        call.Page.Table(Rows.Table(
            Customers.OrderByDescending(row => row.Forecast.ExpectedPurchases).Take(Shown)));
        if (Model is "bg-nbd" or "bg-cnbd-k")
        {
            call.Page.Line();
            call.Page.Paragraph(
                $"Under {Model} whoever bought once can never have left: their p alive is 1 by construction. Under "
                + "mbg-nbd they can.", Ink.Muted);
        }

        call.Page.Next("add --format csv for every customer.");
    }
}
