using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>[Gehan 1965] through domain.md §7, oracle A; waltons through R survival 3.5.3 (peers.md §2.8).</summary>
public sealed class KaplanMeierTests
{
    // ---- published

    [Fact]
    public void The_6_MP_arm_matches_the_classic_table()
    {
        var curve = KaplanMeier.Estimate(PublishedTimes.SixMp);
        var steps = curve.Points.Where(point => point.Events > 0).ToArray();
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], steps.Select(point => point.Time));
        Assert.Equal([21, 17, 15, 12, 11, 7, 6], steps.Select(point => point.AtRisk));
        double[] survival = [.857, .807, .753, .690, .627, .538, .448];
        double[] errors = [.0764, .0869, .0963, .1068, .1141, .1282, .1346];
        Assert.All(steps.Zip(survival), pair => Assert.Equal(pair.Second, pair.First.Survival, 5.1e-4));
        Assert.All(steps.Zip(errors), pair => Assert.Equal(pair.Second, pair.First.StandardError!.Value, 5.1e-5));
        Assert.Equal(23, curve.Median);
        Assert.Empty(curve.Diagnosis);
    }

    [Fact]
    public void The_placebo_arm_matches_the_classic_table_down_to_0()
    {
        var curve = KaplanMeier.Estimate(PublishedTimes.Placebo);
        double[] survival =
            [.9048, .8095, .7619, .6667, .5714, .3810, .2857, .1905, .1429, .0952, .0476, 0];
        Assert.All(curve.Points.Zip(survival), pair => Assert.Equal(pair.Second, pair.First.Survival, 5.1e-5));
        Assert.Equal(survival.Length, curve.Points.Count);
        Assert.Equal(8, curve.Median);
        Assert.Equal((0, null, null, null), (curve.Points[^1].Survival, curve.Points[^1].StandardError,
            curve.Points[^1].Low, curve.Points[^1].High));
    }

    // ---- agreement

    [Fact]
    public void Waltons_agrees_with_R_to_eight_digits()
    {
        var curve = KaplanMeier.Estimate(PublishedTimes.Waltons);
        double[] survival = [.96921012, .82722393, .61681685, .31152366];
        double[] errors = [.01355639, .02969835, .03823406, .03651778];
        double[] at = [10, 30, 50, 60];
        Assert.All(at, (t, i) => Assert.Equal(survival[i], curve.Survival(t), 5.1e-9));
        Assert.All(at, (t, i) =>
            Assert.Equal(errors[i], curve.Points.Last(point => point.Time <= t).StandardError!.Value, 5.1e-9));
        var ten = curve.Points.Last(point => point.Time <= 10);
        Assert.Equal(.92761279, ten.Low!.Value, 5.1e-9);
        Assert.Equal(.98706808, ten.High!.Value, 5.1e-9);
        Assert.Equal((56, 53, 58), (curve.Median, curve.MedianLow, curve.MedianHigh));
        Assert.Equal(50.1339693, curve.RestrictedMean(curve.Points[^1].Time), 5.1e-8);
    }

    [Fact]
    public void The_two_groups_of_waltons_have_the_medians_R_gives()
    {
        Assert.Equal(58, KaplanMeier.Estimate(PublishedTimes.WaltonsControl).Median);
        Assert.Equal(26, KaplanMeier.Estimate(PublishedTimes.WaltonsMiR137).Median);
    }

    [Fact]
    public void A_wider_level_gives_a_wider_band_around_the_same_curve()
    {
        var narrow = KaplanMeier.Estimate(PublishedTimes.SixMp, new SurvivalOptions { Level = .5 });
        var wide = KaplanMeier.Estimate(PublishedTimes.SixMp, new SurvivalOptions { Level = .99 });
        Assert.All(narrow.Points.Zip(wide.Points), pair =>
        {
            Assert.Equal(pair.First.Survival, pair.Second.Survival);
            Assert.InRange(pair.First.Low!.Value, pair.Second.Low!.Value, pair.First.Survival);
            Assert.InRange(pair.First.High!.Value, pair.First.Survival, pair.Second.High!.Value);
        });
    }

    // ---- identities

    [Fact]
    public void Without_censoring_it_is_the_share_still_there_and_its_mean_the_mean()
    {
        double[] time = [3, 1, 4, 1, 5, 9, 2, 6];
        var curve = KaplanMeier.Estimate(new(time, [.. time.Select(_ => 1)]));
        Assert.All(curve.Points, point =>
        {
            var share = time.Count(t => t > point.Time) / 8.0;
            Assert.Equal(share, point.Survival, 1e-15);
            if (share > 0)
                Assert.Equal(Math.Sqrt(share * (1 - share) / 8), point.StandardError!.Value, 1e-15);
        });
        Assert.Equal(time.Average(), curve.RestrictedMean(9), 1e-14);
        var variance = time.Select(t => (t - time.Average()) * (t - time.Average())).Sum() / 8;
        Assert.Equal(Math.Sqrt(variance / 8), curve.RestrictedMeanStandardError(9), 1e-14);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_are_duplicates_and_order_does_not_matter(bool entries)
    {
        var times = PublishedTimes.Random(seed: 11, count: 60, entries: entries);
        Assert.Equal(
            KaplanMeier.Estimate(PublishedTimes.Duplicated(times)).Points, KaplanMeier.Estimate(times).Points);
    }

    [Fact]
    public void Every_point_is_a_probability_within_its_band_and_the_curve_never_rises()
    {
        var curve = KaplanMeier.Estimate(PublishedTimes.Random(seed: 3, count: 200, entries: true));
        Assert.All(curve.Points, point =>
        {
            Assert.InRange(point.Survival, 0, 1);
            if (point.Low is { } low)
                Assert.InRange(point.Survival, low - 1e-15, point.High!.Value + 1e-15);
        });
        Assert.All(curve.Points.Zip(curve.Points.Skip(1)), pair =>
            Assert.True(pair.Second.Survival <= pair.First.Survival));
    }

    [Fact]
    public void Rescaling_time_rescales_the_median_alone()
    {
        var times = PublishedTimes.Waltons;
        var days = KaplanMeier.Estimate(times);
        var weeks = KaplanMeier.Estimate(new([.. times.Time.ToArray().Select(t => t / 7)], times.Cause));
        Assert.Equal(days.Points.Select(point => point.Survival), weeks.Points.Select(point => point.Survival));
        Assert.Equal(8, weeks.Median!.Value, 1e-14);
    }

    [Fact]
    public void Late_entrants_are_at_risk_only_after_they_came()
    {
        // Three from the start, two from duration 2 on, for whom the event at 2 could not have been seen.
        var curve = KaplanMeier.Estimate(new([2, 4, 6, 5, 7], [1, 1, 0, 1, 0], default, [0, 0, 0, 2, 3]));
        Assert.Equal([3, 4, 3, 2, 1], curve.Points.Select(point => point.AtRisk));
        Assert.Equal(2.0 / 3 * 3 / 4 * 2 / 3, curve.Survival(5), 1e-15);
    }

    // ---- degenerate

    [Fact]
    public void Without_rows_or_events_the_curve_stays_at_1_and_says_why()
    {
        var empty = KaplanMeier.Estimate(new([], []));
        Assert.Empty(empty.Points);
        Assert.Equal((1, 0, null), (empty.Survival(5), empty.RestrictedMean(0), empty.Median));
        Assert.IsType<Diagnosis.NothingObserved>(Assert.Single(empty.Diagnosis));

        var quiet = KaplanMeier.Estimate(new([1, 2, 2], [0, 0, 0]));
        Assert.All(quiet.Points, point => Assert.Equal((1, 0, 1, 1),
            (point.Survival, point.StandardError, point.Low, point.High)));
        Assert.Null(quiet.Median);
        Assert.IsType<Diagnosis.NobodyHadTheEvent>(Assert.Single(quiet.Diagnosis));
    }

    [Fact]
    public void One_row_and_ties_of_everything_fall_to_0_without_a_standard_error()
    {
        foreach (var times in new SurvivalTimes[] { new([3], [1]), new([3, 3, 3], [1, 1, 1]), new([0], [1]) })
        {
            var point = Assert.Single(KaplanMeier.Estimate(times).Points);
            Assert.Equal((0, null, null, null), (point.Survival, point.StandardError, point.Low, point.High));
        }
    }

    [Fact]
    public void A_risk_set_that_empties_early_is_named()
    {
        var curve = KaplanMeier.Estimate(new([2, 9, 10], [1, 1, 0], default, [0, 5, 5]));
        Assert.Equal([0, 0, 0], curve.Points.Select(point => point.Survival));
        Assert.Equal(2, Assert.IsType<Diagnosis.RiskSetEmptied>(Assert.Single(curve.Diagnosis)).Time);
    }

    [Fact]
    public void Weights_that_are_not_whole_reach_0_exactly()
    {
        var curve = KaplanMeier.Estimate(new([1, 2, 3, 3], [1, 1, 1, 1], [.1, .7, .2, .3], [0, 0, 0, 2.5]));
        Assert.Equal(0, curve.Points[^1].Survival);
    }

    // ---- refusals

    [Fact]
    public void A_callers_mistake_names_the_row_and_what_was_expected()
    {
        static void Says(string start, Action act) => Assert.StartsWith(
            start, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Says("row 1: time is -1; expected a finite number >= 0.", () => _ = new SurvivalTimes([1, -1], [0, 0]));
        Says("row 0: time is NaN", () => _ = new SurvivalTimes([double.NaN], [0]));
        Says("row 0: cause is -2", () => _ = new SurvivalTimes([1], [-2]));
        Says("row 0: weight is 0", () => _ = new SurvivalTimes([1], [1], [0]));
        Says("row 0: entry is 1; expected 0, or more than 0 and less than the time.",
            () => _ = new SurvivalTimes([1], [1], [1], [1]));
        Says("cause has 1 values; expected 2", () => _ = new SurvivalTimes([1, 2], [1]));
        Says("Level is 1; expected more than 0 and less than 1.",
            () => KaplanMeier.Estimate(PublishedTimes.SixMp, new() { Level = 1 }));
        Says("t is -1", () => KaplanMeier.Estimate(PublishedTimes.SixMp).Survival(-1));
    }
}
