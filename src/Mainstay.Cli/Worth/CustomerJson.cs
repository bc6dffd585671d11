using System.Text.Json;
using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Customers as JSON, by the same names as in <c>analyze</c>.</summary>
internal static class CustomerJson
{
    public static void Write(
        CliContext context, AnalysisDocument analysis, CustomerPage page) => JsonText.Write(context, json =>
    {
        json.WriteStartObject();
        json.WriteString(
            "as_of", analysis.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("currency", analysis.Currency);
        json.WriteNumber("total", page.Total);
        json.WriteStartArray("customers");
        foreach (var customer in page.Customers)
            JsonSerializer.Serialize(json, customer, AnalysisJson.Default.CustomerWorth);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
