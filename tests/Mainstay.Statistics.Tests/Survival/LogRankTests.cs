using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>domain.md §7, oracle A, and waltons (R survival 3.5.3, peers.md §2.8).</summary>
public sealed class LogRankTests
{
    // ---- published

    [Fact]
    public void The_leukaemia_trial_matches_the_classic_test()
    {
        var test = LogRank.Compare([PublishedTimes.SixMp, PublishedTimes.Placebo]);
        Assert.Equal([9, 21], test.Observed);
        Assert.Equal(19.3, test.Expected[0], .051);
        Assert.Equal(10.7, test.Expected[1], .051);
        Assert.Equal(16.8, test.ChiSquared!.Value, .051);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(4.17e-5, test.P!.Value, 5.1e-8);
    }

    [Fact]
    public void The_leukaemia_trial_matches_the_classic_test_with_early_events_counting_more() =>
        Assert.Equal(
            14.5, LogRank.Compare([PublishedTimes.SixMp, PublishedTimes.Placebo], rho: 1).ChiSquared!.Value, .051);

    // ---- agreement

    [Fact]
    public void Waltons_agrees_with_R() => Assert.Equal(122.249,
        LogRank.Compare([PublishedTimes.WaltonsControl, PublishedTimes.WaltonsMiR137]).ChiSquared!.Value, 5.1e-4);

    // ---- identities

    [Fact]
    public void As_many_events_are_expected_as_observed_and_the_order_of_groups_does_not_matter()
    {
        SurvivalTimes[] groups =
            [.. Enumerable.Range(0, 4).Select(i => PublishedTimes.Random(i, 30 + i, entries: true))];
        var (test, turned) = (LogRank.Compare(groups), LogRank.Compare([.. groups.Reverse()]));
        Assert.Equal(test.Observed.Sum(), test.Expected.Sum(), 1e-10);
        Assert.Equal(3, test.DegreesOfFreedom);
        Assert.Equal(test.ChiSquared!.Value, turned.ChiSquared!.Value, 1e-10);
        Assert.InRange(test.P!.Value, 0, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Weights_are_duplicates(double rho)
    {
        SurvivalTimes[] groups = [PublishedTimes.Random(1, 40), PublishedTimes.Random(2, 50)];
        Assert.Equal(
            LogRank.Compare([.. groups.Select(PublishedTimes.Duplicated)], rho).ChiSquared!.Value,
            LogRank.Compare(groups, rho).ChiSquared!.Value, 1e-11);
    }

    [Fact]
    public void Equal_groups_do_not_differ()
    {
        var test = LogRank.Compare([PublishedTimes.SixMp, PublishedTimes.SixMp, PublishedTimes.SixMp]);
        Assert.Equal(0, test.ChiSquared!.Value, 1e-12);
        Assert.Equal(1, test.P!.Value, 1e-6);
    }

    // ---- degenerate

    [Fact]
    public void Without_events_rows_or_a_second_group_there_is_no_test_and_it_says_why()
    {
        SurvivalTimes quiet = new([1, 2], [0, 0]), none = new([], []), later = new([9], [1], default, [5]);
        Assert.IsType<Diagnosis.NobodyHadTheEvent>(Reason(quiet, quiet));
        Assert.IsType<Diagnosis.NothingObserved>(Reason(none, none));
        Assert.IsType<Diagnosis.NothingObserved>(Reason());
        Assert.IsType<Diagnosis.NothingToCompare>(Reason(PublishedTimes.SixMp));
        Assert.IsType<Diagnosis.NothingToCompare>(Reason(new([1, 2], [1, 1]), later));
        Assert.IsType<Diagnosis.NothingToCompare>(Reason(new([3], [1]), new([3], [1])));
    }

    [Fact]
    public void A_group_that_was_never_at_risk_together_with_others_costs_no_degree_of_freedom()
    {
        SurvivalTimes late = new([99], [0], default, [90]);
        var test = LogRank.Compare([PublishedTimes.SixMp, late, PublishedTimes.Placebo]);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(16.8, test.ChiSquared!.Value, .051);
    }

    // ---- refusals

    [Fact]
    public void A_negative_weighting_is_refused() => Assert.StartsWith(
        "rho is -1; expected a finite number >= 0.",
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRank.Compare([], rho: -1)).Message,
        StringComparison.Ordinal);

    private static Diagnosis Reason(params SurvivalTimes[] groups)
    {
        var test = LogRank.Compare(groups);
        Assert.Null(test.ChiSquared);
        Assert.Null(test.P);
        return Assert.Single(test.Diagnosis);
    }
}
