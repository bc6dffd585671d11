using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

public sealed class NelsonAalenTests
{
    // ---- published

    /// <summary>Klein &amp; Moeschberger 2003, table 4.2: the 6-MP arm.</summary>
    [Fact]
    public void The_6_MP_arm_matches_the_textbook()
    {
        var steps = NelsonAalen.Estimate(PublishedTimes.SixMp).Points.Where(point => point.Events > 0).ToArray();
        double[] hazard = [.1428, .2017, .2683, .3517, .4426, .5854, .7521];
        double[] variance = [.0068, .0103, .0147, .0217, .0299, .0503, .0781];
        Assert.All(steps.Zip(hazard), pair => Assert.Equal(pair.Second, pair.First.CumulativeHazard, 1.1e-4));
        Assert.All(steps.Zip(variance), pair =>
            Assert.Equal(pair.Second, pair.First.StandardError * pair.First.StandardError, 1.1e-4));
    }

    // ---- agreement

    [Fact]
    public void It_is_the_log_of_the_survival_curve_where_many_are_at_risk()
    {
        var times = PublishedTimes.Random(seed: 5, count: 3000);
        var (hazard, curve) = (NelsonAalen.Estimate(times), KaplanMeier.Estimate(times));
        Assert.Equal(-Math.Log(curve.Survival(8)), hazard.CumulativeHazard(8), .01);
        Assert.True(hazard.CumulativeHazard(8) < -Math.Log(curve.Survival(8)));
    }

    // ---- identities

    [Fact]
    public void It_counts_events_over_those_at_risk_and_lies_within_its_band()
    {
        var points = NelsonAalen.Estimate(new([1, 2, 2, 4], [1, 1, 0, 1])).Points;
        Assert.Equal([.25, .25 + (1.0 / 3), .25 + (1.0 / 3) + 1], points.Select(point => point.CumulativeHazard));
        Assert.All(points, point => Assert.InRange(point.CumulativeHazard, point.Low, point.High));
    }

    [Fact]
    public void Weights_are_duplicates_and_order_does_not_matter()
    {
        var times = PublishedTimes.Random(seed: 12, count: 60, entries: true);
        Assert.Equal(
            NelsonAalen.Estimate(PublishedTimes.Duplicated(times)).Points, NelsonAalen.Estimate(times).Points);
    }

    // ---- degenerate

    [Fact]
    public void Without_rows_or_events_it_stays_at_0_and_says_why()
    {
        var empty = NelsonAalen.Estimate(new([], []));
        Assert.Equal(0, empty.CumulativeHazard(7));
        Assert.IsType<Diagnosis.NothingObserved>(Assert.Single(empty.Diagnosis));
        var quiet = NelsonAalen.Estimate(new([1, 2], [0, 0]));
        Assert.All(quiet.Points, point => Assert.Equal((0, 0, 0), (point.CumulativeHazard, point.Low, point.High)));
        Assert.IsType<Diagnosis.NobodyHadTheEvent>(Assert.Single(quiet.Diagnosis));
    }

    // ---- refusals

    [Fact]
    public void A_level_that_is_none_is_refused() => Assert.StartsWith(
        "Level is 0; expected more than 0 and less than 1.",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => NelsonAalen.Estimate(PublishedTimes.SixMp, new() { Level = 0 })).Message, StringComparison.Ordinal);
}
