using Mainstay.Tests;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Each kind of file is understood as its golden file says; read that file to see how.</summary>
public sealed class ImportGoldenTests
{
    private static readonly BusinessSettings Berlin = new() { TimeZone = "Europe/Berlin" };

    [Theory]
    [InlineData("order_log.csv")]
    [InlineData("two_columns.csv")]
    [InlineData("german.csv")]
    [InlineData("shopify.csv")]
    [InlineData("woocommerce.csv")]
    [InlineData("stripe.csv")]
    [InlineData("stripe_old.csv")]
    [InlineData("invoices.csv")]
    [InlineData("orders.jsonl")]
    public async Task The_file_is_understood_as_the_golden_file_says(string name)
    {
        using var staging = await Staging.OfAsync(Path.Combine(Golden.Root(), "tests", "Golden", "import", name), settings: Berlin);

        Golden.Match(staging.Describe(), $"import/{name}.txt");
    }

    [Fact]
    public async Task WooCommerces_own_analytics_export_is_refused_with_what_to_export_instead()
    {
        var path = Path.Combine(Golden.Root(), "tests", "Golden", "import", "woocommerce_analytics.csv");

        var problem = await Assert.ThrowsAsync<ImportException>(() => Staging.OfAsync(path));

        Assert.Contains("WooCommerce's own Analytics export", problem.Problem.Found, StringComparison.Ordinal);
        Assert.Contains("WebToffee", problem.Problem.Do, StringComparison.Ordinal);
    }
}
