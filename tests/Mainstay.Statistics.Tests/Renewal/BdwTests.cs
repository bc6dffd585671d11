using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Renewal;

namespace Mainstay.Statistics.Tests.Renewal;

/// <summary>[FHLD18] on the data of Fader &amp; Hardie 2007 (peers.md §2.6).</summary>
public sealed class BdwTests
{
    private static readonly Bdw s_regular = new(.455614, .779325, 1.283451);

    // ---- published, agreement

    [Fact]
    public void The_fit_to_seven_years_agrees_with_independent_code()
    {
        var regular = Bdw.Fit(PublishedCohorts.First(PublishedCohorts.Regular, 7));
        var highEnd = Bdw.Fit(PublishedCohorts.First(PublishedCohorts.HighEnd, 7));
        Assert.Equal(["alpha", "beta", "c"], regular.Model!.Parameters.Keys);
        Assert.Equal(-1679.602833, regular.LogLikelihood!.Value, 5.1e-7);
        Assert.Equal(-1605.314213, highEnd.LogLikelihood!.Value, 5.1e-7);
        double[] ofRegular = [.455614, .779325, 1.283451], ofHighEnd = [.214253, 1.426575, 1.723565];
        Assert.All(ofRegular, (value, i) => Assert.Equal(value, regular.Model.Parameters.Values.ElementAt(i), 2e-6));
        Assert.All(ofHighEnd, (value, i) => Assert.Equal(value, highEnd.Model!.Parameters.Values.ElementAt(i), 2e-6));
    }

    [Fact]
    public void It_projects_the_years_it_has_not_seen_better_than_the_sbg()
    {
        var survivors = PublishedCohorts.HighEnd;
        var seen = PublishedCohorts.First(survivors, 7);
        double Error(Func<int, double> survival) =>
            Enumerable.Range(8, 5).Sum(t => Math.Abs((1000 * survival(t)) - survivors[t]));
        Assert.True(Error(Bdw.Fit(seen).Model!.Survival) < Error(Sbg.Fit(seen).Model!.Survival));
    }

    // ---- identities

    [Fact]
    public void Leaving_at_each_renewal_and_still_being_there_add_up_to_one()
    {
        Assert.Equal(1, Enumerable.Range(1, 60).Sum(s_regular.PLeaves) + s_regular.Survival(60), 1e-13);
        for (var t = 1; t < 60; t++)
            Assert.Equal(s_regular.Survival(t), s_regular.Survival(t - 1) * s_regular.Retention(t), 1e-14);
        Assert.Equal(1, s_regular.Survival(0));
        Assert.Equal(s_regular.Survival(12) / s_regular.Survival(5), s_regular.Survival(7, renewals: 5), 1e-14);
    }

    [Fact]
    public void Discounted_lifetimes_are_the_sums_they_stand_for()
    {
        var sum = Enumerable.Range(0, 600).Sum(t => s_regular.Survival(t) * Math.Pow(1.1, -t));
        Assert.Equal(sum, s_regular.DiscountedExpectedLifetime(.1), 1e-12);
        var residual = Enumerable.Range(3, 600).Sum(t => s_regular.Survival(t) * Math.Pow(1.1, 3 - t));
        Assert.Equal(residual / s_regular.Survival(2), s_regular.DiscountedExpectedResidualLifetime(3, .1), 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Gradient_and_Hessian_are_the_slopes_of_the_log_likelihood(int n)
    {
        var likelihood = new RenewalLikelihood(
            new([1, 1, 1, 1, 2, 2, 2], [0, 1, 2, 3, 2, 3, 4], [90, 70, 60, 55, 40, 33, 30]), n);
        double[] theta = new[] { -.4, .7, .3 }[..n];
        var (gradient, hessian, none) = (new double[n], new double[n * n], new double[n * n]);
        likelihood.Evaluate(theta, gradient, hessian);
        const double H = 1e-5;
        for (var j = 0; j < n; j++)
        {
            var (up, down) = ((double[])theta.Clone(), (double[])theta.Clone());
            var (atUp, atDown) = (new double[n], new double[n]);
            (up[j], down[j]) = (up[j] + H, down[j] - H);
            var slope = (likelihood.Evaluate(up, atUp, none) - likelihood.Evaluate(down, atDown, none)) / (2 * H);
            Assert.Equal(slope, gradient[j], 1e-7);
            for (var k = 0; k < n; k++)
                Assert.Equal((atUp[k] - atDown[k]) / (2 * H), hessian[(k * n) + j], 1e-7);
        }
    }

    // ---- degenerate

    [Fact]
    public void With_c_of_1_it_is_the_sbg()
    {
        Bdw bdw = new(.668, 3.806, 1);
        Sbg sbg = new(.668, 3.806);
        for (var t = 1; t < 30; t++)
        {
            Assert.Equal(sbg.Survival(t), bdw.Survival(t), 1e-15);
            Assert.Equal(sbg.PLeaves(t), bdw.PLeaves(t), 1e-14);
            Assert.Equal(sbg.Retention(t), bdw.Retention(t), 3e-14);
        }

        Assert.Equal(sbg.DiscountedExpectedLifetime(.1), bdw.DiscountedExpectedLifetime(.1), 1e-12);
        Assert.Equal(
            sbg.DiscountedExpectedResidualLifetime(8, .1), bdw.DiscountedExpectedResidualLifetime(8, .1), 1e-12);
    }

    [Fact]
    public void Where_the_sbg_says_the_same_it_says_so()
    {
        Sbg truth = new(1, 4);
        var fit = Bdw.Fit(RenewalCohorts.Of([.. Enumerable.Range(0, 10).Select(t => 1000 * truth.Survival(t))]));
        Assert.Equal(new Diagnosis.SteadyChurn(0).Code, Assert.Single(fit.Diagnosis).Code);
        Assert.Equal(1, fit.Model!.Parameters["c"], 1e-4);
    }

    [Fact]
    public void Ageing_beyond_all_numbers_ends_in_0_not_in_an_exception()
    {
        Bdw old = new(1, 1, 300);
        Assert.Equal(1, old.Survival(0), 1e-15);
        Assert.Equal(.5, old.Survival(1), 1e-15);
        Assert.Equal(0, old.Survival(1000));
        Assert.True(double.IsFinite(old.DiscountedExpectedLifetime(.1)));
        Assert.True(double.IsFinite(old.Retention(1000)));
    }

    [Fact]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws()
    {
        double[][] weird =
        [
            [100, 50, 0, 0], [100, 100, 100, 0], [100, 100, 99, 99], [3, 2, 2, 1], [1e9, 9e8, 1, 1], [1, 1, 1, 0, 0],
            [.01, .001, .0005, .0001], [7, 7, 7, 7, 7, 7, 7, 7, 6], [1e15, 1e14, 1e13, 1e12],
        ];
        foreach (var survivors in weird)
        {
            var fit = Bdw.Fit(RenewalCohorts.Of(survivors));
            Assert.True(fit.Model is not null || fit.Diagnosis.Count > 0);
            Assert.All(fit.Model?.Parameters.Values ?? [], value => Assert.True(double.IsFinite(value)));
            Assert.All(fit.StandardErrors.Values, value => Assert.True(double.IsFinite(value)));
            Assert.True(double.IsFinite(fit.LogLikelihood ?? 0));
        }
    }

    // ---- refusals

    [Fact]
    public void Three_parameters_need_three_renewals() => Assert.Equal(
        new Diagnosis.TooFewRenewals(2, 3), Assert.Single(Bdw.Fit(RenewalCohorts.Of(50, 40, 35)).Diagnosis));

    [Fact]
    public void A_callers_mistake_is_refused_by_name()
    {
        static void Says(string start, Action act) => Assert.StartsWith(
            start, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Says("c is 0; expected a finite number > 0.", () => _ = new Bdw(1, 1, 0));
        Says("d is -1; expected a finite number > 0.", () => s_regular.DiscountedExpectedLifetime(-1));
        Says("n is 0; expected a finite number > 0.", () => s_regular.DiscountedExpectedResidualLifetime(0, .1));
    }
}
