using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>domain.md §7, oracle C: by hand, and by R survival and cmprsk.</summary>
public sealed class AalenJohansenTests
{
    private static readonly double[] s_times = [1, 4, 7, 9];

    // ---- published

    [Fact]
    public void Ten_customers_with_two_causes_match_the_hand_calculation()
    {
        var curves = AalenJohansen.Estimate(PublishedTimes.Competing);
        double[] a = [.1, .2125, .3475, .3475], b = [0, .1125, .2475, .4500], stay = [.9, .675, .405, .2025];
        Assert.All(s_times, (t, i) => Assert.Equal(a[i], curves.Incidence(1, t), 1e-15));
        Assert.All(s_times, (t, i) => Assert.Equal(b[i], curves.Incidence(2, t), 1e-15));
        Assert.All(s_times, (t, i) => Assert.Equal(stay[i], curves.Overall.Survival(t), 1e-15));
    }

    // ---- agreement

    [Fact]
    public void Its_variance_agrees_with_cmprsk()
    {
        var cause = AalenJohansen.Estimate(PublishedTimes.Competing).Causes[0];
        double[] variance = [.01, .020571, .033970];
        Assert.All(variance, (v, i) =>
            Assert.Equal(v, Math.Pow(cause.Last(point => point.Time <= s_times[i]).StandardError, 2), 5.1e-7));
    }

    [Fact]
    public void One_minus_Kaplan_Meier_of_one_cause_overstates_it()
    {
        var naive = 1 - KaplanMeier.Estimate(PublishedTimes.Competing.OnlyCause(1)).Survival(7);
        Assert.Equal(.4214, naive, 5.1e-5);
        Assert.True(naive > AalenJohansen.Estimate(PublishedTimes.Competing).Incidence(1, 7));
    }

    // ---- identities

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_causes_and_those_still_there_add_up_to_one(bool entries)
    {
        var curves = AalenJohansen.Estimate(PublishedTimes.Random(seed: 8, count: 150, causes: 3, entries: entries));
        Assert.Equal(3, curves.Causes.Count);
        Assert.All(curves.Overall.Points, (point, row) =>
            Assert.Equal(1, point.Survival + curves.Causes.Sum(cause => cause[row].Incidence), 1e-14));
        Assert.All(curves.Causes.SelectMany(cause => cause), point =>
        {
            Assert.InRange(point.Incidence, 0, 1);
            if (point.Low is { } low)
                Assert.InRange(point.Incidence, low - 1e-15, point.High!.Value + 1e-15);
        });
    }

    [Fact]
    public void One_cause_is_the_complement_of_Kaplan_Meier()
    {
        var times = PublishedTimes.Waltons;
        var (curves, curve) = (AalenJohansen.Estimate(times), KaplanMeier.Estimate(times));
        Assert.All(curve.Points, (point, row) =>
            Assert.Equal(1 - point.Survival, curves.Causes[0][row].Incidence, 1e-14));
    }

    [Fact]
    public void Weights_are_duplicates_and_order_does_not_matter()
    {
        var times = PublishedTimes.Random(seed: 13, count: 60, causes: 2);
        var (weighted, duplicated) =
            (AalenJohansen.Estimate(times), AalenJohansen.Estimate(PublishedTimes.Duplicated(times)));
        Assert.All(weighted.Causes.Zip(duplicated.Causes), pair => Assert.Equal(pair.First, pair.Second));
    }

    // ---- degenerate

    [Fact]
    public void Without_events_there_is_no_cause_and_with_one_row_nothing_is_not_a_number()
    {
        var quiet = AalenJohansen.Estimate(new([1, 2], [0, 0]));
        Assert.Empty(quiet.Causes);
        Assert.IsType<Diagnosis.NobodyHadTheEvent>(Assert.Single(quiet.Diagnosis));
        var one = Assert.Single(AalenJohansen.Estimate(new([1], [2])).Causes[1]);
        Assert.Equal((1, 0), (one.Incidence, one.StandardError));
        Assert.Equal(0, AalenJohansen.Estimate(new([1], [2])).Incidence(1, 5));
    }

    // ---- refusals

    [Fact]
    public void A_cause_that_is_not_there_is_refused()
    {
        var curves = AalenJohansen.Estimate(PublishedTimes.Competing);
        Assert.StartsWith("cause is 3; expected more than 0 and less than 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => curves.Incidence(3, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PublishedTimes.Competing.OnlyCause(0));
    }
}
