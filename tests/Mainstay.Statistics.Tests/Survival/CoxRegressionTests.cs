using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>Rossi et al. 1980 through R survival 3.5.3 and lifelines' tests (peers.md §2.8).</summary>
public sealed class CoxRegressionTests
{
    private static readonly string[] s_names = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];

    // ---- published

    /// <summary>Therneau &amp; Grambsch 2000; lifelines prints the same three digits.</summary>
    [Fact]
    public void Rossi_stratified_matches_the_three_digits_lifelines_prints()
    {
        var (times, columns) = PublishedTimes.Rossi();
        int[] stratum = [.. Enumerable.Range(0, times.Count).Select(i => (int)((8 * columns["race"][i])
            + (4 * columns["paro"][i]) + (2 * columns["mar"][i]) + columns["wexp"][i]))];
        var fit = CoxRegression.Fit(times, Of(columns, "fin", "age", "prio"), stratum);
        Assert.Equal([-.335, -.059, .100], fit.Model!.Coefficients.Values.Select(b => Math.Round(b, 3)));
        Assert.Equal(-436.9339, fit.LogLikelihood!.Value, 5.1e-5);
        Assert.Empty(fit.Diagnosis);
    }

    // ---- agreement

    [Fact]
    public void Rossi_agrees_with_R_in_coefficients_errors_and_log_likelihoods()
    {
        var fit = Rossi();
        double[] coefficients = [-.37942217, -.05743774, .31389979, -.14979570, -.43370388, -.08487108, .09149708];
        double[] errors = [.19137948, .02199947, .30799278, .21222430, .38186806, .19575667, .02864855];
        Assert.Equal(s_names, fit.Model!.Coefficients.Keys);
        Assert.All(coefficients, (b, j) => Assert.Equal(b, fit.Model.Coefficients[s_names[j]], 5.1e-9));
        Assert.All(errors, (e, j) => Assert.Equal(e, fit.StandardErrors[s_names[j]], 5.1e-9));
        Assert.Equal(-675.3806323, fit.Model.NullLogLikelihood, 5.1e-8);
        Assert.Equal(-658.7476594, fit.LogLikelihood!.Value, 5.1e-8);
        Assert.Empty(fit.Diagnosis);
    }

    [Fact]
    public void Rossi_agrees_with_R_in_the_three_tests_and_in_concordance()
    {
        var model = Rossi().Model!;
        Assert.Equal(33.2659458, model.LikelihoodRatio!.Value.ChiSquared, 5.1e-8);
        Assert.Equal(32.1126107, model.Wald!.Value.ChiSquared, 1e-6);
        Assert.Equal(33.5286889, model.Score!.Value.ChiSquared, 5.1e-8);
        Assert.Equal(7, model.Wald.Value.DegreesOfFreedom);
        Assert.Equal(.6403292, model.Concordance!.Value, 5.1e-8);
    }

    [Fact]
    public void Rossi_agrees_with_R_in_the_baseline_hazard()
    {
        var model = Rossi().Model!;
        Assert.Equal(.9564992, model.CumulativeHazard(52, new double[7]), 5.1e-8);
        // R centres what is not 0 or 1: the mean age and the mean number of earlier arrests.
        var (_, columns) = PublishedTimes.Rossi();
        double[] centred = [0, columns["age"].Average(), 0, 0, 0, 0, columns["prio"].Average()];
        Assert.Equal(.3059677, model.CumulativeHazard(52, centred), 5.1e-8);
        Assert.Equal(Math.Exp(-.9564992), model.Survival(60, new double[7]), 5.1e-8);
        Assert.Equal(Math.Exp(-.37942217), model.RelativeHazard([1, 0, 0, 0, 0, 0, 0])
            / model.RelativeHazard(new double[7]), 5.1e-9);
    }

    [Fact]
    public void Rossi_agrees_with_R_when_ties_are_Breslows()
    {
        var fit = Rossi(new() { Ties = CoxTies.Breslow });
        double[] coefficients = [-.37902189, -.05724593, .31412977, -.15111460, -.43278257, -.08498284, .09111154];
        Assert.All(coefficients, (b, j) => Assert.Equal(b, fit.Model!.Coefficients[s_names[j]], 5.1e-9));
        Assert.Equal(-659.1206057, fit.LogLikelihood!.Value, 5.1e-8);
    }

    [Fact]
    public void Rossi_agrees_with_R_in_the_test_of_proportional_hazards()
    {
        var test = Rossi().Model!.ProportionalHazards!;
        Assert.Equal(5.9739817, test.ByCovariate["age"].ChiSquared, 5.1e-8);
        Assert.Equal(4.2245956, test.ByCovariate["wexp"].ChiSquared, 5.1e-8);
        Assert.Equal((17.6944153, 7), (Math.Round(test.Overall.ChiSquared, 7), test.Overall.DegreesOfFreedom));
        Assert.InRange(test.ByCovariate["age"].P, .0145, .0146);
    }

    [Fact]
    public void Rossi_weighted_by_age_agrees_with_R_in_the_baseline_hazard()
    {
        var (times, columns) = PublishedTimes.Rossi();
        var weighted = new SurvivalTimes(times.Time, times.Cause, columns["age"]);
        var model = CoxRegression
            .Fit(weighted, Of(columns, "fin"), options: new() { Weights = CoxWeights.Importance }).Model!;
        (double Time, double Hazard)[] published =
            [(1, .00183466), (2, .005880265), (10, .035425868), (52, .274341397)];
        Assert.All(published, step =>
            Assert.Equal(step.Hazard, model.Baseline.Single(p => p.Time == step.Time).CumulativeHazard, 5.1e-9));
    }

    // ---- identities

    [Theory]
    [InlineData(CoxTies.Efron, false)]
    [InlineData(CoxTies.Efron, true)]
    [InlineData(CoxTies.Breslow, true)]
    public void Weights_are_duplicates(CoxTies ties, bool entries)
    {
        var times = PublishedTimes.Random(seed: 21, count: 80, entries: entries);
        int[] copies =
            [.. Enumerable.Range(0, times.Count).SelectMany(i => Enumerable.Repeat(i, (int)times.Weight[i]))];
        var x = Noise(times.Count, 2);
        SurvivalTimes duplicated = new(
            [.. copies.Select(i => times.Time[i])], [.. copies.Select(i => times.Cause[i])], default,
            [.. copies.Select(i => times.Entry[i])]);
        var weighted = CoxRegression.Fit(times, new(["u", "v"], x), options: new() { Ties = ties });
        double[][] copiedX = [.. x.Select(c => copies.Select(i => c[i]).ToArray())];
        var copied = CoxRegression.Fit(duplicated, new(["u", "v"], copiedX), options: new() { Ties = ties });
        Assert.Equal(copied.LogLikelihood!.Value, weighted.LogLikelihood!.Value, 1e-9);
        Assert.All(copied.Model!.Coefficients, b => Assert.Equal(b.Value, weighted.Model!.Coefficients[b.Key], 1e-9));
        Assert.All(copied.StandardErrors, e => Assert.Equal(e.Value, weighted.StandardErrors[e.Key], 1e-9));
        Assert.Equal(copied.Model.Concordance!.Value, weighted.Model!.Concordance!.Value, 1e-12);
        Assert.Equal(
            copied.Model.ProportionalHazards!.Overall.ChiSquared,
            weighted.Model.ProportionalHazards!.Overall.ChiSquared, 1e-8);
    }

    [Fact]
    public void Units_of_time_and_covariates_change_the_units_of_the_answer_alone()
    {
        var times = PublishedTimes.Random(seed: 22, count: 90);
        var x = Noise(times.Count, 2);
        var plain = CoxRegression.Fit(times, new(["u", "v"], x));
        var other = CoxRegression.Fit(
            new([.. times.Time.ToArray().Select(t => t * 7)], times.Cause, times.Weight),
            new(["u", "v"], [x[0], [.. x[1].Select(v => 2026 + (1000 * v))]]));
        Assert.Equal(plain.LogLikelihood!.Value, other.LogLikelihood!.Value, 1e-9);
        Assert.Equal(plain.Model!.Coefficients["v"], 1000 * other.Model!.Coefficients["v"], 1e-9);
        Assert.Equal(plain.Model.Survival(5, [1, 1]), other.Model.Survival(35, [1, 3026]), 1e-9);
    }

    [Fact]
    public void The_score_of_a_two_group_indicator_without_ties_is_the_log_rank_test()
    {
        double[] time = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], group = [0, 1, 0, 0, 1, 1, 0, 1, 1, 1];
        int[] cause = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1];
        var model = CoxRegression.Fit(new(time, cause), new(["g"], [group])).Model!;
        SurvivalTimes Group(double g) => new(
            [.. time.Where((_, i) => group[i] == g)], [.. cause.Where((_, i) => group[i] == g)]);
        Assert.Equal(LogRank.Compare([Group(0), Group(1)]).ChiSquared!.Value, model.Score!.Value.ChiSquared, 1e-12);
    }

    [Fact]
    public void The_gradient_is_the_slope_and_the_Hessian_the_slope_of_the_gradient()
    {
        var times = PublishedTimes.Random(seed: 23, count: 60, entries: true);
        var z = Standardised.Of(new(["u", "v"], Noise(times.Count, 2)), times.Weight, new int[times.Count]);
        var likelihood = new CoxLikelihood(times, z, new int[times.Count], CoxOptions.Default);
        double[] theta = [.3, -.7];
        var (gradient, hessian, none) = (new double[2], new double[4], new double[4]);
        likelihood.Evaluate(theta, gradient, hessian);
        const double H = 1e-5;
        for (var j = 0; j < 2; j++)
        {
            var (up, down) = ((double[])theta.Clone(), (double[])theta.Clone());
            var (atUp, atDown) = (new double[2], new double[2]);
            (up[j], down[j]) = (up[j] + H, down[j] - H);
            var slope = (likelihood.Evaluate(up, atUp, none) - likelihood.Evaluate(down, atDown, none)) / (2 * H);
            Assert.Equal(slope, gradient[j], 1e-6);
            for (var k = 0; k < 2; k++)
                Assert.Equal((atUp[k] - atDown[k]) / (2 * H), hessian[(k * 2) + j], 1e-6);
        }
    }

    // ---- degenerate

    [Fact]
    public void Without_covariates_the_baseline_is_Nelson_Aalens_where_nothing_is_tied()
    {
        SurvivalTimes times = new([1, 2, 3, 4, 5], [1, 0, 1, 1, 0]);
        var fit = CoxRegression.Fit(times, Covariates.None);
        Assert.Equal(NelsonAalen.Estimate(times).CumulativeHazard(5), fit.Model!.CumulativeHazard(5, []), 1e-15);
        Assert.Equal((null, null, null), (fit.Model.LikelihoodRatio, fit.Model.Wald, fit.Model.ProportionalHazards));
        Assert.Equal(.5, fit.Model.Concordance);
    }

    [Fact]
    public void Constant_and_redundant_covariates_are_left_out_by_name()
    {
        var (times, columns) = PublishedTimes.Rossi();
        var (age, rows) = (columns["age"], times.Count);
        var fit = CoxRegression.Fit(times, new(["one", "age", "born", "fin"],
            [[.. Enumerable.Repeat(.1, rows)], age, [.. age.Select(a => 1980 - a)], columns["fin"]]));
        var plain = CoxRegression.Fit(times, Of(columns, "age", "fin"));
        Assert.Equal(["one", "born"], fit.Diagnosis.Cast<Diagnosis.CovariateLeftOut>().Select(d => d.Covariate));
        Assert.Equal(plain.Model!.Coefficients, fit.Model!.Coefficients);
        Assert.Equal(plain.Model.Survival(52, [30, 1]), fit.Model.Survival(52, [9, 30, 9, 1]), 1e-14);
    }

    [Fact]
    public void Separation_is_named_and_leaves_no_number_that_looks_like_one()
    {
        // Everybody with x = 1 goes before anybody with x = 0.
        var fit = CoxRegression.Fit(
            new([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 0, 1, 1]), new(["x"], [[1, 1, 1, 1, 0, 0, 0, 0]]));
        Assert.Equal(new Diagnosis.Separated("x"), fit.Diagnosis[0]);
        Assert.True(fit.Model!.Coefficients["x"] > 5);
        Assert.Empty(fit.StandardErrors);
        Assert.Equal((null, null), (fit.Model.Wald, fit.Model.ProportionalHazards));
        Assert.True(double.IsFinite(fit.LogLikelihood!.Value));
        Assert.True(double.IsFinite(fit.Model.LikelihoodRatio!.Value.ChiSquared));
    }

    [Fact]
    public void One_row_everything_tied_and_a_stratum_for_each_give_no_surprise()
    {
        var one = CoxRegression.Fit(new([3], [1]), new(["x"], [[5]]));
        Assert.Equal(new Diagnosis.CovariateLeftOut("x"), one.Diagnosis[0]);
        Assert.Null(one.Model!.Concordance);

        var tied = CoxRegression.Fit(new([3, 3, 3, 3], [1, 1, 1, 1]), new(["x"], [[1, 2, 3, 5]]));
        Assert.True(double.IsFinite(tied.LogLikelihood!.Value));
        Assert.All(tied.Model!.Coefficients.Values, b => Assert.True(double.IsFinite(b)));
        Assert.Null(tied.Model.ProportionalHazards);

        var alone = CoxRegression.Fit(new([1, 2, 3], [1, 1, 1]), new(["x"], [[1, 2, 3]]), [0, 1, 2]);
        Assert.Equal(new Diagnosis.CovariateLeftOut("x"), alone.Diagnosis[0]);
        Assert.Equal(0, alone.LogLikelihood);
    }

    // ---- refusals

    [Fact]
    public void Without_rows_or_events_there_is_no_model_and_it_says_why()
    {
        var empty = CoxRegression.Fit(new([], []), Covariates.None);
        Assert.Null(empty.Model);
        Assert.IsType<Diagnosis.NothingObserved>(Assert.Single(empty.Diagnosis));
        var quiet = CoxRegression.Fit(new([1, 2], [0, 0]), new(["x"], [[1, 2]]));
        Assert.Null(quiet.Model);
        Assert.IsType<Diagnosis.NobodyHadTheEvent>(Assert.Single(quiet.Diagnosis));
    }

    [Fact]
    public void A_callers_mistake_is_refused_by_name()
    {
        static void Says(string start, Action act) => Assert.StartsWith(
            start, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        SurvivalTimes two = new([1, 2], [1, 1], [1, 1.5]);
        Says("row 1: weight is 1.5; expected a whole number where weights are copies",
            () => CoxRegression.Fit(two, Covariates.None));
        Says("covariates has 3 values; expected 2",
            () => CoxRegression.Fit(new([1, 2], [1, 1]), new(["x"], [[1, 2, 3]])));
        Says("row 1: x is NaN; expected a finite number", () => _ = new Covariates(["x"], [[1, double.NaN]]));
        Says("A covariate's name comes twice", () => _ = new Covariates(["x", "x"], [[1], [2]]));
        Says("row 1: stratum is -1",
            () => CoxRegression.Fit(new([1, 2], [1, 1]), Covariates.None, [0, -1]));
    }

    private static double[][] Noise(int rows, int columns)
    {
        var random = new Random(77);
        return [.. Enumerable.Range(0, columns)
            .Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray())];
    }

    private static Fit<CoxRegression> Rossi(CoxOptions? options = null)
    {
        var (times, columns) = PublishedTimes.Rossi();
        return CoxRegression.Fit(times, Of(columns, s_names), options: options);
    }

    private static Covariates Of(Dictionary<string, double[]> columns, params string[] names) =>
        new(names, [.. names.Select(name => columns[name])]);
}
