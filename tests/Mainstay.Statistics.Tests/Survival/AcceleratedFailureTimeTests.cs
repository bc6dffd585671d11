using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>Rossi and waltons through R survival 3.5.3, lifelines and flexsurv (peers.md §2.8).</summary>
public sealed class AcceleratedFailureTimeTests
{
    private static readonly string[] s_names = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];

    // ---- published

    /// <summary>9 relapses in 359 weeks [Gehan 1965]: the exponential has the closed form d/Σt.</summary>
    [Fact]
    public void The_exponential_of_the_leukaemia_trial_is_events_over_time()
    {
        var fit = AcceleratedFailureTime.Fit(PublishedTimes.SixMp, Covariates.None, AftDistribution.Exponential);
        Assert.Equal(Math.Log(359 / 9.0), fit.Model!.Parameters["intercept"], 1e-12);
        Assert.Equal((9 * Math.Log(9 / 359.0)) - 9, fit.LogLikelihood!.Value, 1e-12);
        Assert.Equal(1 / 3.0, fit.StandardErrors["intercept"], 1e-12);
    }

    // ---- agreement

    [Fact]
    public void Rossi_agrees_with_R_in_every_Weibull_coefficient_and_error()
    {
        var fit = Rossi(AftDistribution.Weibull);
        double[] coefficients = [.2721634, .0407138, -.2248024, .1065566, .3112733, .0588273, -.0658169];
        double[] errors = [.1379619, .0160036, .2201589, .1515410, .2733022, .1396382, .0209406];
        Assert.Equal(3.9901348, fit.Model!.Parameters["intercept"], 5.1e-8);
        Assert.Equal(.4190952, fit.StandardErrors["intercept"], 5.1e-8);
        Assert.All(coefficients, (b, j) => Assert.Equal(b, fit.Model.Coefficients[s_names[j]], 5.1e-8));
        Assert.All(errors, (e, j) => Assert.Equal(e, fit.StandardErrors[s_names[j]], 5.1e-8));
        Assert.Equal(.7124053, fit.Model.Parameters["scale"], 5.1e-8);
        Assert.Equal(.33911900, -Math.Log(fit.Model.Parameters["scale"]), 1.1e-5);   // flexsurv stopped earlier than R
        Assert.Empty(fit.Diagnosis);
    }

    [Theory]
    [InlineData(AftDistribution.Weibull, -679.9165639, .7124053)]
    [InlineData(AftDistribution.Exponential, -686.3659409, 1)]
    [InlineData(AftDistribution.LogNormal, -683.2346253, 1.2945699)]
    [InlineData(AftDistribution.LogLogistic, -679.9384111, .6471348)]
    public void Rossi_agrees_with_R_in_log_likelihood_and_scale(
        AftDistribution distribution, double value, double scale)
    {
        var fit = Rossi(distribution);
        Assert.Equal(value, fit.LogLikelihood!.Value, 5.1e-8);
        Assert.Equal(scale, fit.Model!.Parameters["scale"], 5.1e-8);
        Assert.True(fit.Converged);
    }

    [Theory]
    [InlineData(AftDistribution.Weibull, -672.0621873)]
    [InlineData(AftDistribution.Exponential, -771.9125085)]
    [InlineData(AftDistribution.LogNormal, -716.1464057)]
    [InlineData(AftDistribution.LogLogistic, -701.8227370)]
    public void Waltons_agrees_with_R_in_log_likelihood(AftDistribution distribution, double value) =>
        Assert.Equal(value, AcceleratedFailureTime.Fit(PublishedTimes.Waltons, Covariates.None, distribution)
            .LogLikelihood!.Value, 5.1e-8);

    [Fact]
    public void Waltons_agrees_with_R_in_the_Weibull_parameters()
    {
        var model = AcceleratedFailureTime
            .Fit(PublishedTimes.Waltons, Covariates.None, AftDistribution.Weibull).Model!;
        Assert.Equal(4.0205738, model.Parameters["intercept"], 5.1e-8);
        Assert.Equal(.2898122, model.Parameters["scale"], 5.1e-8);
    }

    // ---- identities

    [Theory]
    [InlineData(AftDistribution.Weibull)]
    [InlineData(AftDistribution.Exponential)]
    [InlineData(AftDistribution.LogNormal)]
    [InlineData(AftDistribution.LogLogistic)]
    public void Gradient_and_Hessian_are_the_slopes_of_the_log_likelihood(AftDistribution distribution)
    {
        var times = PublishedTimes.Random(seed: 31, count: 40, entries: true);
        var x = Standardised.Of(new(["u"], [Noise(40)]), times.Weight, new int[40]);
        var likelihood = new AftLikelihood(times, x, distribution, unit: 9);
        var n = likelihood.Parameters;
        double[] theta = [.2, -.4, .3];
        theta = theta[..n];
        var (gradient, hessian, none) = (new double[n], new double[n * n], new double[n * n]);
        likelihood.Evaluate(theta, gradient, hessian);
        const double H = 1e-5;
        for (var j = 0; j < n; j++)
        {
            var (up, down) = ((double[])theta.Clone(), (double[])theta.Clone());
            var (atUp, atDown) = (new double[n], new double[n]);
            (up[j], down[j]) = (up[j] + H, down[j] - H);
            var slope = (likelihood.Evaluate(up, atUp, none) - likelihood.Evaluate(down, atDown, none)) / (2 * H);
            Assert.Equal(slope, gradient[j], 1e-6);
            for (var k = 0; k < n; k++)
                Assert.Equal((atUp[k] - atDown[k]) / (2 * H), hessian[(k * n) + j], 1e-6);
        }
    }

    [Theory]
    [InlineData(AftDistribution.Weibull)]
    [InlineData(AftDistribution.LogNormal)]
    [InlineData(AftDistribution.LogLogistic)]
    public void Quantile_hazard_and_mean_belong_to_the_survival_curve(AftDistribution distribution)
    {
        var model = new AcceleratedFailureTime(
            distribution, 2, .4, new Dictionary<string, double> { ["u"] = .5 });
        double[] x = [1.5];
        Assert.Equal(1, model.Survival(0, x));
        foreach (var p in new[] { .001, .1, .5, .9, .999 })
            Assert.Equal(1 - p, model.Survival(model.Quantile(p, x), x), 1e-12);
        const double H = 1e-4;
        var slope = (Math.Log(model.Survival(9 - H, x)) - Math.Log(model.Survival(9 + H, x))) / (2 * H);
        Assert.Equal(slope, model.Hazard(9, x), 1e-8);
        // E[T] = ∫ S(t)dt in ln t, where the trapezoid rule converges faster than any power.
        var times = Enumerable.Range(-400, 1600).Select(i => Math.Exp(i * .025));
        var mean = times.Sum(t => model.Survival(t, x) * t * .025);
        Assert.Equal(1, mean / model.ExpectedTime(x)!.Value, 1e-4);
        Assert.Equal(Math.Exp(.5), model.Quantile(.3, [2.5]) / model.Quantile(.3, x), 1e-12);
    }

    [Theory]
    [InlineData(AftDistribution.Weibull)]
    [InlineData(AftDistribution.LogNormal)]
    public void Weights_are_duplicates_and_units_change_units_alone(AftDistribution distribution)
    {
        var times = PublishedTimes.Random(seed: 33, count: 50, entries: true);
        var plain = AcceleratedFailureTime.Fit(times, Covariates.None, distribution);
        var copied = AcceleratedFailureTime.Fit(PublishedTimes.Duplicated(times), Covariates.None, distribution);
        Assert.Equal(plain.LogLikelihood!.Value, copied.LogLikelihood!.Value, 1e-9);
        Assert.All(plain.StandardErrors, e => Assert.Equal(e.Value, copied.StandardErrors[e.Key], 1e-8));
        var weeks = AcceleratedFailureTime.Fit(
            new([.. times.Time.ToArray().Select(t => t / 7)], times.Cause, times.Weight,
                [.. times.Entry.ToArray().Select(t => t / 7)]), Covariates.None, distribution);
        Assert.Equal(
            plain.Model!.Parameters["intercept"] - Math.Log(7), weeks.Model!.Parameters["intercept"], 1e-8);
        Assert.Equal(plain.LogLikelihood.Value + (times.Events * Math.Log(7)), weeks.LogLikelihood!.Value, 1e-8);
    }

    [Fact]
    public void Far_tails_of_the_normal_keep_their_digits()
    {
        var model = new AcceleratedFailureTime(AftDistribution.LogNormal, 0, .1, new Dictionary<string, double>());
        // z = 25 − 1e-6 and 25 + 1e-6, either side of where the series takes over; h rises by 2e-6 times h − z + 1.
        var below = model.Hazard(Math.Exp(2.4999999), []) * Math.Exp(2.4999999);
        var above = model.Hazard(Math.Exp(2.5000001), []) * Math.Exp(2.5000001);
        Assert.Equal(2e-5, above - below, 1e-7);
        Assert.True(double.IsFinite(model.Hazard(1e30, [])));
        Assert.Equal(0, model.Survival(1e30, []));
    }

    // ---- degenerate

    [Fact]
    public void Durations_that_are_all_the_same_have_no_spread_to_model()
    {
        var fit = AcceleratedFailureTime.Fit(new([5, 5, 5], [1, 1, 1]), Covariates.None, AftDistribution.Weibull);
        Assert.IsType<Diagnosis.SameDurationForAll>(Assert.Single(fit.Diagnosis));
        var steady = AcceleratedFailureTime
            .Fit(new([5, 5, 5], [1, 1, 1]), Covariates.None, AftDistribution.Exponential);
        Assert.Equal(Math.Log(5), steady.Model!.Parameters["intercept"], 1e-12);
    }

    [Fact]
    public void A_group_without_events_is_named_and_constant_covariates_are_left_out()
    {
        var fit = AcceleratedFailureTime.Fit(
            new([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 0, 0, 0, 0]),
            new(["late", "one"], [[0, 0, 0, 0, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1]]), AftDistribution.Weibull);
        Assert.Equal(new Diagnosis.CovariateLeftOut("one"), fit.Diagnosis[0]);
        Assert.Contains(new Diagnosis.Separated("late"), fit.Diagnosis);
        Assert.Empty(fit.StandardErrors);
        Assert.All(fit.Model!.Parameters.Values, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(AftDistribution.Weibull)]
    [InlineData(AftDistribution.LogNormal)]
    [InlineData(AftDistribution.LogLogistic)]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws(AftDistribution distribution)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var times = PublishedTimes.Random(seed, 1 + (seed % 7), entries: seed % 2 == 0);
            var fit = AcceleratedFailureTime.Fit(times, new(["u"], [Noise(times.Count)]), distribution);
            if (fit.Model is null)
                Assert.NotEmpty(fit.Diagnosis);
            else
                Assert.All(fit.Model.Parameters.Values, value => Assert.True(double.IsFinite(value)));
            Assert.True(double.IsFinite(fit.LogLikelihood ?? 0));
            Assert.All(fit.StandardErrors.Values, value => Assert.True(double.IsFinite(value)));
        }
    }

    [Fact]
    public void The_mean_of_a_log_logistic_with_a_long_tail_is_undefined()
    {
        var model = new AcceleratedFailureTime(AftDistribution.LogLogistic, 0, 1, new Dictionary<string, double>());
        Assert.Null(model.ExpectedTime([]));
    }

    // ---- refusals

    [Fact]
    public void Without_rows_events_or_with_durations_of_0_there_is_no_model_and_it_says_why()
    {
        static Diagnosis Reason(SurvivalTimes times)
        {
            var fit = AcceleratedFailureTime.Fit(times, Covariates.None, AftDistribution.Weibull);
            Assert.Null(fit.Model);
            return Assert.Single(fit.Diagnosis);
        }

        Assert.IsType<Diagnosis.NothingObserved>(Reason(new([], [])));
        Assert.Equal(new Diagnosis.NobodyHadTheEvent(2), Reason(new([1, 2], [0, 0])));
        Assert.Equal(new Diagnosis.ZeroDurations(1), Reason(new([0, 2], [1, 1])));
    }

    [Fact]
    public void A_callers_mistake_is_refused_by_name()
    {
        static void Says(string start, Action act) => Assert.StartsWith(
            start, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        var model = new AcceleratedFailureTime(AftDistribution.Weibull, 1, 1, new Dictionary<string, double>());
        Says("scale is 2; expected 1 for the exponential",
            () => _ = new AcceleratedFailureTime(AftDistribution.Exponential, 1, 2, model.Coefficients));
        Says("intercept is NaN; expected a finite number.",
            () => _ = new AcceleratedFailureTime(AftDistribution.Weibull, double.NaN, 2, model.Coefficients));
        Says("p is 1; expected more than 0 and less than 1.", () => model.Quantile(1, []));
        Says("x has 1 values; expected 0", () => model.Survival(1, [1]));
    }

    private static Fit<AcceleratedFailureTime> Rossi(AftDistribution distribution)
    {
        var (times, columns) = PublishedTimes.Rossi();
        var covariates = new Covariates(s_names, [.. s_names.Select(name => columns[name])]);
        return AcceleratedFailureTime.Fit(times, covariates, distribution);
    }

    private static double[] Noise(int rows)
    {
        var random = new Random(78);
        return [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
    }
}
