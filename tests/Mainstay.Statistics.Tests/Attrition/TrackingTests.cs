using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>[BTYD] the walkthrough's figures; [domain] recomputed by independent code.</summary>
public sealed class TrackingTests
{
    private static readonly Lazy<BgNbd> s_cdnow = new(() => BgNbd.Fit(PurchaseLog.Cdnow.Histories).Model!);

    // ---- published

    [Fact]
    public void Cumulative_repeat_purchases_of_cdnow_match_BTYD_and_domain()
    {
        var tracking = Tracking.Expected(s_cdnow.Value, PurchaseLog.Cdnow.Histories, 78);
        double[] expected = [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6];
        Assert.All(expected, (value, i) => Assert.Equal(value, tracking.Cumulative[19 + i], 5e-3));
        Assert.Equal(4165.6636, tracking.Cumulative[^1], 5e-3);   // the closed form in mpmath at the optimum
        Assert.Equal(4165.63, tracking.Cumulative[^1], .05);      // domain, at parameters a little short of it
        Assert.Equal(78, tracking.Cumulative.Count);
        Assert.Equal(38, tracking.CalibratedPeriods);
    }

    // ---- agreement

    [Fact]
    public void The_forecast_of_the_holdout_is_the_sum_over_customers()
    {
        var ahead = Tracking.Ahead(s_cdnow.Value, PurchaseLog.Cdnow.Histories, 39);
        Assert.Equal(1653.41, ahead.Cumulative[^1], .01);   // the peers' total, see BgNbdTests
        Assert.Equal(
            PurchaseLog.Cdnow.Customers.Sum(c => s_cdnow.Value.ExpectedPurchases(c.History, 5)),
            ahead.Cumulative[4], 1e-9);
        Assert.Equal(0, ahead.CalibratedPeriods);
    }

    // ---- identities

    [Fact]
    public void Periods_add_up_and_every_model_is_tracked_by_its_own_expectation()
    {
        foreach (ILatentAttrition model in new ILatentAttrition[]
            {
                new BgNbd(new(.243, 4.414, .793, 2.426)), new MbgCnbd(new(1.329, 2.813, .425, .790), 2),
            })
        {
            foreach (var tracking in new[]
                { Tracking.Expected(model, Mini.Histories, 60), Tracking.Ahead(model, Mini.Histories, 60) })
            {
                Assert.Equal(tracking.Cumulative[^1], tracking.Incremental.Sum(), 1e-11);
                Assert.All(tracking.Incremental, expected => Assert.True(expected >= 0));
            }

            var direct = Mini.Rows.Select(
                (h, i) => Mini.Histories.Weight[i] * model.ExpectedPurchases(Math.Max(0, 20 - (39 - h.T)))).Sum();
            Assert.Equal(direct, Tracking.Expected(model, Mini.Histories, 20).Cumulative[^1], 1e-11);
        }
    }

    // ---- degenerate

    [Fact]
    public void Customers_who_have_not_come_yet_buy_nothing()
    {
        PurchaseHistories late = new([0, 0], [0, 0], [40, 1], [1e-9, 100]);
        var tracking = Tracking.Expected(s_cdnow.Value, late, 41);
        Assert.InRange(tracking.Cumulative[38], 0, 1e-8);
        Assert.Equal(100 * s_cdnow.Value.ExpectedPurchases(1), tracking.Cumulative[39], 1e-6);
    }

    [Fact]
    public void Without_customers_nothing_is_expected()
    {
        PurchaseHistories none = new([], [], []);
        Assert.Equal([0, 0, 0], Tracking.Expected(s_cdnow.Value, none, 3).Cumulative);
        Assert.Equal([0, 0, 0], Tracking.Ahead(s_cdnow.Value, none, 3).Cumulative);
    }

    // ---- refusals

    [Fact]
    public void No_periods_are_refused_by_name() => Assert.StartsWith(
        "periods is 0; expected a finite number > 0.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Tracking.Ahead(s_cdnow.Value, Mini.Histories, 0)).Message,
        StringComparison.Ordinal);
}
