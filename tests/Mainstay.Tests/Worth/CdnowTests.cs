namespace Mainstay.Tests.Worth;

/// <summary>Published numbers of the CDNOW sample, calibrated to 1997-09-30, through the whole analysis.</summary>
public class CdnowTests
{
    private static readonly Lazy<(Mainstay.Worth.AnalysisDocument Document, Shop Shop)> s_cdnow = new(() =>
    {
        var shop = Shop.Cdnow();
        return (shop.Analyze("1997-09-30"), shop);
    });

    [Fact]
    public void Customers_and_repeat_purchases_are_counted_per_day()
    {
        var document = s_cdnow.Value.Document;
        Assert.Equal((2357, 946, 2457), (document.Customers, document.RepeatCustomers, document.RepeatPurchases));
        Assert.Equal(2357 + 2457, document.PurchaseDays);
        Assert.Equal(new DateOnly(1997, 9, 30), document.AsOf);
        Assert.Equal(new DateOnly(1997, 1, 1), document.FirstDay);
    }

    [Fact]
    public void BG_NBD_has_the_published_parameters_of_Fader_Hardie_and_Lee_2005()
    {
        var fit = s_cdnow.Value.Document.Models.Attrition;
        Assert.Equal(("bg-nbd", "week", true), (fit.Model, fit.Period, fit.Converged));
        Assert.Equal((2357L, 1016), (fit.Customers, fit.DistinctRows));
        Assert.Equal(0.2426, fit.Parameters["r"], tolerance: 5e-5);
        Assert.Equal(4.4136, fit.Parameters["alpha"], tolerance: 5e-5);
        Assert.Equal(0.7929, fit.Parameters["a"], tolerance: 5e-5);
        Assert.Equal(2.4259, fit.Parameters["b"], tolerance: 5e-5);
        Assert.Equal(-9582.42921, fit.LogLikelihood!.Value, tolerance: 1e-4);
        Assert.Empty(fit.Diagnosis);
    }

    [Fact]
    public void MBG_NBD_beside_it_decides_states()
    {
        var document = s_cdnow.Value.Document;
        Assert.Equal("mbg-nbd", document.Models.State.Model);
        Assert.Equal(-9582.13572, document.Models.State.LogLikelihood!.Value, tolerance: 1e-4);
        Assert.Equal(2357, document.States.Sum(state => state.Customers));
    }

    [Fact]
    public void Gamma_Gamma_has_the_published_parameters_of_note_025()
    {
        var fit = s_cdnow.Value.Document.Models.Spend;
        Assert.Equal(("gamma-gamma", 946L), (fit.Model, fit.Customers));
        Assert.Equal(6.25, fit.Parameters["p"], tolerance: 5e-3);
        Assert.Equal(3.74, fit.Parameters["q"], tolerance: 5e-3);
        Assert.Equal(15.44, fit.Parameters["gamma"], tolerance: 5e-3);
        Assert.Equal(-4055.91769, fit.LogLikelihood!.Value, tolerance: 1e-4);
        Assert.Equal(0.1139, fit.FrequencySpendCorrelation!.Value, tolerance: 5e-5);
    }

    [Fact]
    public void The_frequency_histogram_shows_observed_and_expected()
    {
        var bins = s_cdnow.Value.Document.FrequencyHistogram;
        Assert.Equal([1411, 439, 214, 100, 62, 38, 29, 64], bins.Select(bin => bin.Actual));
        double[] expected = [1407.68, 460.32, 192.46, 101.16, 59.85, 38.12, 25.55];
        Assert.All(expected, (count, x) => Assert.Equal(count, bins[x].Expected!.Value, tolerance: 0.05));
        Assert.Equal(2357, bins.Sum(bin => bin.Expected!.Value), tolerance: 1e-6);
    }

    [Fact]
    public void A_customers_estimate_multiplies_purchases_spend_and_rate()
    {
        var shop = s_cdnow.Value.Shop;
        var purchases = shop.Of<double>("1", "residual_purchases");
        var spend = shop.Of<double>("1", "expected_spend");
        Assert.Equal(24.66, spend, tolerance: 0.01);
        Assert.Equal(0.3, shop.Of<double>("1", "margin_rate"), tolerance: 1e-12);
        Assert.Equal(purchases * spend * 0.3, shop.Of<double>("1", "residual_value"), tolerance: 1e-9);
    }

    [Fact]
    public void Rows_after_as_of_are_counted_and_ignored()
    {
        var document = s_cdnow.Value.Document;
        Assert.Equal(6919, document.Orders + document.Quality.RowsAfterAsOf);
        Assert.True(document.Months[^1].Month == new DateOnly(1997, 9, 1) && document.Months[^1].Complete);
        Assert.Equal(document.NetRevenue, document.Months.Sum(month => month.NetRevenue));
        Assert.Equal(2357, document.Months.Sum(month => month.NewCustomers));
        Assert.Equal(document.PurchaseDays, document.Months.Sum(month => month.PurchaseDays));
    }

    [Fact]
    public void Tiers_and_customers_sum_to_the_ledger()
    {
        var document = s_cdnow.Value.Document;
        Assert.Equal(0, document.Reconciliation.Difference);
        Assert.Equal(document.NetRevenue, document.Reconciliation.LedgerTotal);
        Assert.Equal([118, 259, 660, 1320, 0], document.Tiers.Select(tier => tier.Customers));
        Assert.InRange(document.Tiers.Sum(tier => tier.Profit) - (document.NetRevenue * 0.3m), -0.03m, 0.03m);
        Assert.Equal((1.0, 1.0), (document.Whale.Peak, document.Whale.PeakShareOfCustomers));
    }
}
