using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>Small, tied, censored, late, separated: whatever the data, a number or a reason, never NaN.</summary>
public sealed class SurvivalFuzzTests
{
    [Fact]
    public void Curves_and_tests_are_numbers_or_say_why_not()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var times = Weird(seed, out _);
            var curves = AalenJohansen.Estimate(times);
            Assert.All(curves.Overall.Points, point => Finite(
                point.Survival, point.StandardError, point.Low, point.High, point.AtRisk));
            Assert.All(curves.Causes.SelectMany(cause => cause), point => Finite(
                point.Incidence, point.StandardError, point.Low, point.High));
            Assert.All(NelsonAalen.Estimate(times).Points, point => Finite(
                point.CumulativeHazard, point.StandardError, point.Low, point.High));
            Finite(curves.Overall.RestrictedMean(9), curves.Overall.RestrictedMeanStandardError(9));
            var test = LogRank.Compare([times, Weird(seed + 1000, out _), Weird(seed + 2000, out _)], rho: seed % 2);
            Finite([test.ChiSquared, test.P, .. test.Observed, .. test.Expected]);
            Assert.Equal(test.ChiSquared is null, test.Diagnosis.Count > 0);
        }
    }

    [Fact]
    public void Cox_regressions_are_numbers_or_say_why_not()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var times = Weird(seed, out var covariates);
            int[] stratum = seed % 3 == 0 ? [.. Enumerable.Range(0, times.Count).Select(i => i % 2)] : [];
            var fit = CoxRegression.Fit(times, covariates, stratum, new()
            {
                Ties = seed % 2 == 0 ? CoxTies.Efron : CoxTies.Breslow,
                Weights = seed % 5 == 0 ? CoxWeights.Importance : CoxWeights.Copies,
                Transform = (TimeTransform)(seed % 3),
            });
            Finite(fit.LogLikelihood);
            Finite([.. fit.StandardErrors.Values.Select(error => (double?)error)]);
            if (fit.Model is not { } model)
            {
                Assert.NotEmpty(fit.Diagnosis);
                continue;
            }

            Finite([.. model.Coefficients.Values.Select(b => (double?)b)]);
            Finite([.. model.Covariance?.Select(c => (double?)c) ?? []]);
            Finite(model.NullLogLikelihood, model.LikelihoodRatio?.P, model.Wald?.P, model.Score?.P, model.Concordance);
            Finite(model.ProportionalHazards?.Overall.P);
            Finite([.. model.Baseline.Select(point => (double?)point.CumulativeHazard)]);
        }
    }

    private static SurvivalTimes Weird(int seed, out Covariates covariates)
    {
        var random = new Random(seed);
        var n = random.Next(12);
        double[] time = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(seed % 4 == 0 ? 2 : 9))];
        int[] cause = [.. time.Select(_ => random.Next(seed % 7 == 0 ? 1 : 3))];
        double[] entry = [.. time.Select(t => t > 1 && seed % 2 == 0 ? random.Next((int)t) : 0.0)];
        double[] weight = [.. time.Select(_ => 1 + (double)random.Next(3))];
        double[] group = [.. time.Select(t => seed % 6 == 0 ? t : random.Next(2))];
        covariates = new(["g", "big", "same"],
            [group, [.. time.Select(_ => 1e9 + random.Next(100))], [.. time.Select(_ => .3)]]);
        return new(time, cause, weight, entry);
    }

    private static void Finite(params double?[] values) =>
        Assert.All(values, value => Assert.True(double.IsFinite(value ?? 0), $"found {value}"));
}
