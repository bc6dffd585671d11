using System.Globalization;
using System.Text.Json;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth;

/// <summary>Data with little in them: a stated refusal or fallback, never a number that is not one.</summary>
public class DegenerateTests
{
    [Fact]
    public void When_everybody_bought_once_nothing_is_expected_and_the_document_says_why()
    {
        using var shop = new Shop();
        for (var i = 0; i < 50; i++)
            shop.Order($"c{i:00}", $"2024-01-{(i % 28) + 1:00}", 10 + i);
        var document = Checked(shop.Analyze("2024-06-01"));
        Assert.Equal(("none", "fixed_rule", "none"), (
            document.Models.Attrition.Model, document.Models.State.Model, document.Models.Spend.Model));
        Assert.Null(document.ResidualValue);
        Assert.Null(document.ExpectedPurchases12m);
        Assert.Equal(3, document.Quality.Fallbacks.Count);
        Assert.Equal(50, document.States.Single(state => state.Name == "active").Customers);
    }

    [Fact]
    public void All_on_one_day_have_no_time_observed()
    {
        using var shop = new Shop();
        for (var i = 0; i < 30; i++)
            shop.Order($"c{i:00}", "2024-01-01", 10);
        var document = Checked(shop.Analyze());
        Assert.Equal(new DateOnly(2024, 1, 1), document.AsOf);
        Assert.NotEmpty(document.Models.Attrition.Diagnosis);
    }

    [Fact]
    public void Three_customers_are_listed_without_tiers_or_models()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        shop.Order("b", "2024-01-02", 20);
        shop.Order("b", "2024-02-02", 20);
        shop.Order("c", "2024-01-03", 30);
        var document = Checked(shop.Analyze("2024-06-01"));
        Assert.Equal(["b", "c", "a"], document.TopCustomers.Select(customer => customer.Customer));
        Assert.Equal(["a", "c", "b"], document.BottomCustomers.Select(customer => customer.Customer));
        Assert.Equal("mean-spend", document.Models.Spend.Model);
        Assert.Equal(20, document.Models.Spend.Parameters["mean"]);
    }

    [Fact]
    public void Zero_revenue_everywhere_has_no_share_of_profit()
    {
        using var shop = new Shop();
        for (var i = 0; i < 25; i++)
            shop.Order($"c{i:00}", "2024-01-01", 0);
        var document = Checked(shop.Analyze("2024-02-01"));
        Assert.Null(document.Whale.Peak);
        Assert.Equal([1L, 3, 7, 14, 0], document.Tiers.Select(tier => tier.Customers));
        Assert.Equal((0m, 1.0), (document.NetRevenue, document.Quality.EstimatedMargin));
    }

    [Fact]
    public void One_customer_is_enough_for_an_answer()
    {
        using var shop = new Shop();
        shop.Order("only", "2024-01-01", 12.34m);
        var document = Checked(shop.Analyze());
        Assert.Equal((1L, 12.34m, 3.70m), (document.Customers, document.NetRevenue, document.MarginToDate));
    }

    [Fact]
    public void As_of_before_everything_finds_nobody()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        var document = Checked(shop.Analyze("2023-12-31"));
        Assert.Equal((0L, 0m, 1L), (document.Customers, document.NetRevenue, document.Quality.RowsAfterAsOf));
        Assert.Null(document.FirstDay);
        Assert.Empty(document.Months);
        Assert.Equal(0, document.Stages.Sum(stage => stage.Customers));
    }

    [Fact]
    public async Task Without_orders_and_without_as_of_there_is_nothing_to_value()
    {
        using var shop = new Shop();
        await Assert.ThrowsAsync<NothingToAnalyzeException>(() => shop.AnalyzeAsync());
    }

    [Fact]
    public async Task An_unknown_model_is_refused_by_name()
    {
        using var shop = new Shop { Model = "pareto" };
        shop.Order("a", "2024-01-01", 10);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => shop.AnalyzeAsync());
        Assert.Contains("\"pareto\" is not known; expected one of auto, ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_whom_the_ledger_does_not_hold_is_never_left_out_in_silence()
    {
        using var shop = new Shop();
        for (var i = 0; i < 20; i++)
            shop.Order($"c{i:00}", "2024-01-01", 10);
        shop.Run("delete from current_customers where customer_id = 'c00'");
        await Assert.ThrowsAsync<ReconciliationException>(() => shop.AnalyzeAsync());
    }

    private static AnalysisDocument Checked(AnalysisDocument document)
    {
        // System.Text.Json refuses NaN and infinity: a document that can be written has none.
        var json = JsonSerializer.Serialize(document, AnalysisJson.Default.AnalysisDocument);
        Assert.Contains("\"reconciliation\"", json, StringComparison.Ordinal);
        Assert.Equal(document.AsOf.ToString("O", CultureInfo.InvariantCulture), JsonDocument.Parse(json).RootElement.GetProperty("as_of").GetString());
        return document;
    }
}
