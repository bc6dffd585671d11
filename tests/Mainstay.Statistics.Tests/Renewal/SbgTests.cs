using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Renewal;

namespace Mainstay.Statistics.Tests.Renewal;

/// <summary>[FH07], [FH10] and peers.md §2.6.</summary>
public sealed class SbgTests
{
    private static readonly Sbg s_highEnd = new(.668, 3.806);

    // ---- published

    [Theory]
    [InlineData("regular", .704, 1.182, -1680.3)]
    [InlineData("highend", .668, 3.806, -1611.2)]
    public void The_fit_to_seven_years_gives_the_parameters_of_the_paper(
        string cohort, double alpha, double beta, double logLikelihood)
    {
        var fit = Sbg.Fit(PublishedCohorts.First(Of(cohort), 7));
        Assert.Equal(alpha, fit.Model!.Parameters["alpha"], 5.1e-4);
        Assert.Equal(beta, fit.Model.Parameters["beta"], 5.1e-4);
        Assert.Equal(logLikelihood, fit.LogLikelihood!.Value, .051);
        Assert.Equal(1000, fit.Customers);
        Assert.Empty(fit.Diagnosis);
    }

    /// <summary>[FH10] table 3 by way of pymc-marketing's tests, two decimals.</summary>
    [Fact]
    public void Residual_lifetimes_match_the_table_of_the_paper()
    {
        double[] case1 = [3.31, 3.45, 3.59, 3.72, 3.84], case2 = [7.68, 9.46, 9.86, 10.06, 10.19];
        Assert.All(case1, (value, i) =>
            Assert.Equal(value, new Sbg(3.80, 15.20).DiscountedExpectedResidualLifetime(i + 1, .1), .0051));
        Assert.All(case2, (value, i) =>
            Assert.Equal(value, new Sbg(.067, .267).DiscountedExpectedResidualLifetime(i + 1, .1), .011));
    }

    // ---- agreement

    [Theory]
    [InlineData("regular", 7, .7040773, 1.1820431, -1680.265188)]
    [InlineData("highend", 7, .6680883, 3.8060945, -1611.158147)]
    [InlineData("regular", 4, .7636651, 1.2958303, -1401.559424)]
    [InlineData("highend", 4, 1.2809764, 7.7903843, -1225.134907)]
    [InlineData("regular", 12, .6973625, 1.1689046, -1931.491694)]
    [InlineData("highend", 12, .5961112, 3.3269684, -2010.858420)]
    public void The_fit_agrees_with_independent_code(
        string cohort, int years, double alpha, double beta, double logLikelihood)
    {
        var fit = Sbg.Fit(PublishedCohorts.First(Of(cohort), years));
        Assert.Equal(1, fit.Model!.Parameters["alpha"] / alpha, 3e-7);   // they print seven digits
        Assert.Equal(1, fit.Model.Parameters["beta"] / beta, 3e-7);
        Assert.Equal(logLikelihood, fit.LogLikelihood!.Value, 5.1e-7);
    }

    [Fact]
    public void Projected_survival_agrees_with_independent_code()
    {
        double[] regular =
            [62.671, 47.382, 38.797, 33.207, 29.235, 26.246, 23.902, 22.008, 20.441, 19.119, 17.986, 17.004];
        double[] highEnd =
            [85.068, 74.686, 66.979, 60.992, 56.183, 52.222, 48.891, 46.044, 43.578, 41.417, 39.506, 37.800];
        Sbg ofRegular = new(.7040773, 1.1820431), ofHighEnd = new(.6680883, 3.8060945);
        Assert.All(regular, (s, i) => Assert.Equal(s, 100 * ofRegular.Survival(i + 1), 5.1e-4));
        Assert.All(highEnd, (s, i) => Assert.Equal(s, 100 * ofHighEnd.Survival(i + 1), 5.1e-4));
    }

    [Fact]
    public void Discounted_lifetimes_agree_with_independent_code()
    {
        Sbg highEnd = new(.668088, 3.806094), regular = new(.704077, 1.182043);
        Assert.Equal(7.529628, highEnd.DiscountedExpectedResidualLifetime(8, .1), 2e-6);
        Assert.Equal(5.4145, highEnd.DiscountedExpectedResidualLifetime(1, .1), 5.1e-5);
        Assert.Equal(6.842315, regular.DiscountedExpectedResidualLifetime(8, .1), 2e-6);
        Assert.Equal(2.9644, regular.DiscountedExpectedResidualLifetime(1, .1), 5.1e-5);
        Assert.Equal(5.922254, highEnd.DiscountedExpectedLifetime(.1), 2e-6);
        Assert.Equal(3.694908, regular.DiscountedExpectedLifetime(.1), 2e-6);
        double[] case1 = [3.30982, 3.45100, 3.58654, 3.71681, 3.84213];
        double[] case2 = [7.67084, 9.45530, 9.85083, 10.05617, 10.18864];
        Assert.All(case1, (value, i) =>
            Assert.Equal(value, new Sbg(3.80, 15.20).DiscountedExpectedResidualLifetime(i + 1, .1), 5.1e-6));
        Assert.All(case2, (value, i) =>
            Assert.Equal(value, new Sbg(.067, .267).DiscountedExpectedResidualLifetime(i + 1, .1), 5.1e-6));
    }

    [Fact]
    public void Its_gradient_agrees_with_independent_code_at_a_fixed_point()
    {
        var leave = new RenewalTerm(.668, 3.806, 1, 2).Leave(5).Gradient;
        Assert.Equal((.68454139, -.02248352), (Math.Round(leave[0], 8), Math.Round(leave[1], 8)));
        var survive = new RenewalTerm(.668, 3.806, 1, 2).Survive(5).Gradient;
        Assert.Equal((-.81246460, .10562306), (Math.Round(survive[0], 8), Math.Round(survive[1], 8)));
    }

    // ---- identities

    [Fact]
    public void Leaving_at_each_renewal_and_still_being_there_add_up_to_one()
    {
        var gone = Enumerable.Range(1, 60).Sum(s_highEnd.PLeaves);
        Assert.Equal(1, gone + s_highEnd.Survival(60), 1e-13);
        for (var t = 1; t < 60; t++)
        {
            Assert.Equal(s_highEnd.Survival(t), s_highEnd.Survival(t - 1) * s_highEnd.Retention(t), 1e-14);
            Assert.True(s_highEnd.Retention(t + 1) > s_highEnd.Retention(t));
        }

        Assert.Equal(1, s_highEnd.Survival(0));
        Assert.Equal(s_highEnd.Survival(12) / s_highEnd.Survival(5), s_highEnd.Survival(7, renewals: 5), 1e-14);
    }

    [Theory]
    [InlineData(.5)]
    [InlineData(.1)]
    [InlineData(.002)]
    public void Discounted_lifetimes_are_the_sums_they_stand_for(double d)
    {
        Assert.Equal(1, Sum(0) / s_highEnd.DiscountedExpectedLifetime(d), 1e-12);
        Assert.Equal(1, Sum(4) / s_highEnd.Survival(3) / s_highEnd.DiscountedExpectedResidualLifetime(4, d), 1e-12);

        double Sum(int from) =>
            Enumerable.Range(0, (int)(40 / d)).Sum(t => s_highEnd.Survival(t + from) * Math.Pow(1 + d, -t));
    }

    [Fact]
    public void With_churn_spread_evenly_the_lifetime_is_a_logarithm()
    {
        const double V = 1 / 1.1;
        Assert.Equal(-Math.Log(1 - V) / V, new Sbg(1, 1).DiscountedExpectedLifetime(.1), 1e-14);
        Assert.Equal(2.6376848, new Sbg(1, 1).DiscountedExpectedLifetime(.1), 5.1e-8);
    }

    [Fact]
    public void Cohorts_add_up_in_any_order_and_whole_customers_are_not_needed()
    {
        double[] regular = PublishedCohorts.Regular, highEnd = PublishedCohorts.HighEnd;
        int[] cohort = [.. Enumerable.Range(0, 20).Select(i => i % 2)];
        int[] period = [.. Enumerable.Range(0, 20).Select(i => i / 2)];
        double[] survivors = [.. cohort.Zip(period, (c, t) => c == 0 ? regular[t] / 7 : highEnd[t] / 7)];
        var fit = Sbg.Fit(new(cohort, period, survivors));
        var turned = Sbg.Fit(new([.. cohort.Reverse()], [.. period.Reverse()], [.. survivors.Reverse()]));
        Assert.Equal(fit.LogLikelihood!.Value, turned.LogLikelihood!.Value, 1e-10);
        var term = new RenewalLikelihood(new(cohort, period, survivors), 2);
        double[] theta = [.1, .9];
        double Value(RenewalLikelihood likelihood) => likelihood.Evaluate(theta, new double[2], new double[4]);
        Assert.Equal(
            Value(new(PublishedCohorts.First(regular, 9), 2)) + Value(new(PublishedCohorts.First(highEnd, 9), 2)),
            7 * Value(term), 1e-9);
    }

    [Fact]
    public void A_cohort_first_seen_later_tells_only_of_what_came_after()
    {
        // P(leave at 3 | there after 2) and P(there after 4 | there after 2).
        var likelihood = new RenewalLikelihood(new([9, 9, 9], [2, 3, 4], [10, 8, 8]), 2);
        double[] theta = [Math.Log(.668), Math.Log(3.806)];
        var expected = (2 * Math.Log(s_highEnd.PLeaves(3))) + (8 * Math.Log(s_highEnd.Survival(4)))
            - (10 * Math.Log(s_highEnd.Survival(2)));
        Assert.Equal(expected, likelihood.Evaluate(theta, new double[2], new double[4]), 1e-12);
    }

    // ---- degenerate

    [Fact]
    public void Customers_who_do_not_differ_are_named()
    {
        // One in five leaves, every time.
        var fit = Sbg.Fit(RenewalCohorts.Of(15625, 12500, 10000, 8000, 6400, 5120, 4096));
        Assert.Equal([new Diagnosis.SameChurnForAll()], fit.Diagnosis);
        Assert.Empty(fit.StandardErrors);
        Assert.Equal(.8, fit.Model!.Retention(1), 1e-4);
        Assert.Equal(.8, fit.Model.Retention(6), 1e-4);
    }

    [Fact]
    public void Customers_of_two_kinds_only_run_to_the_edge_and_are_named()
    {
        var fit = Sbg.Fit(RenewalCohorts.Of(1000, 600, 600, 600, 600));
        Assert.Contains(fit.Diagnosis, found => found is Diagnosis.AtTheEdge);
        Assert.Equal(.6, fit.Model!.Survival(4), 1e-3);
    }

    // ---- refusals

    [Fact]
    public void Data_that_cannot_carry_a_model_are_refused_with_the_reason()
    {
        static Diagnosis Reason(RenewalCohorts cohorts)
        {
            var fit = Sbg.Fit(cohorts);
            Assert.Null(fit.Model);
            return Assert.Single(fit.Diagnosis);
        }

        Assert.Equal(new Diagnosis.NothingObserved(), Reason(RenewalCohorts.Of()));
        Assert.Equal(new Diagnosis.NothingObserved(), Reason(RenewalCohorts.Of(0, 0)));
        Assert.Equal(new Diagnosis.NobodyLeft(50), Reason(RenewalCohorts.Of(50, 50, 50)));
        Assert.Equal(new Diagnosis.NobodyRenewed(50), Reason(RenewalCohorts.Of(50, 0, 0)));
        Assert.Equal(new Diagnosis.TooFewRenewals(1, 2), Reason(RenewalCohorts.Of(50, 40)));
    }

    [Fact]
    public void A_callers_mistake_names_the_row_and_what_was_expected()
    {
        static void Says(string start, Action act) => Assert.StartsWith(
            start, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Says("row 2: period is 3; expected 2, without a gap",
            () => _ = new RenewalCohorts([1, 1, 1], [0, 1, 3], [9, 8, 7]));
        Says("row 1: survivors is 10; expected no more than in the period before",
            () => _ = RenewalCohorts.Of(9, 10));
        Says("row 0: survivors is -1", () => _ = RenewalCohorts.Of(-1));
        Says("row 0: period is -1", () => _ = new RenewalCohorts([1], [-1], [9]));
        Says("alpha is 0; expected a finite number > 0.", () => _ = new Sbg(0, 1));
        Says("d is 0; expected a finite number > 0.", () => s_highEnd.DiscountedExpectedLifetime(0));
        Says("t is -1", () => s_highEnd.Survival(-1));
    }

    private static double[] Of(string cohort) =>
        cohort == "regular" ? PublishedCohorts.Regular : PublishedCohorts.HighEnd;
}
