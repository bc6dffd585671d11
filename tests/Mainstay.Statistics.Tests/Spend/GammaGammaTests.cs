using System.Globalization;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Spend;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Spend;

/// <summary>[FH13] note 025 through lifetimes' and CLVTools' tests; [domain] recomputed by independent code.</summary>
public sealed class GammaGammaTests
{
    private static readonly GammaGamma s_note = new(6.25, 3.74, 15.44);

    // ---- published

    [Fact]
    public void The_fit_to_cdnow_gives_the_parameters_of_the_note()
    {
        var fit = GammaGamma.Fit(PurchaseLog.Cdnow.Spend());
        Assert.Equal([6.25, 3.74, 15.44], fit.Model!.Parameters.Values.Select(v => Math.Round(v, 2)));
        Assert.Equal(["p", "q", "gamma"], fit.Model.Parameters.Keys);
        Assert.Equal(-4055.9177, fit.LogLikelihood!.Value, 5e-5);
        Assert.Equal(946, fit.Customers);
        Assert.Empty(fit.Diagnosis);
    }

    [Fact]
    public void Expected_spend_of_the_first_ten_customers_matches_the_note()
    {
        double[] published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        var customers = File.ReadLines(Golden.SharedData("cdnow_summary_with_monetary.csv")).Skip(1).Take(10)
            .Select(line => Array.ConvertAll(line.Split(','), f => double.Parse(f, CultureInfo.InvariantCulture)));
        var fitted = GammaGamma.Fit(PurchaseLog.Cdnow.Spend()).Model!;
        Assert.All(customers.Zip(published), pair =>
        {
            Assert.Equal(pair.Second, s_note.ExpectedMeanSpend(pair.First[1], pair.First[4]), .1);
            Assert.Equal(pair.Second, fitted.ExpectedMeanSpend(pair.First[1], pair.First[4]), .01);
        });
    }

    [Fact]
    public void The_example_customer_of_BTYD_matches()
    {
        var model = new GammaGamma(6, 4, 16);
        Assert.Equal(.01628041, Math.Exp(model.LogLikelihood(3, 35)), 5e-9);
        Assert.Equal(34.5714286, model.ExpectedMeanSpend(3, 35), 5e-8);
    }

    // ---- agreement

    [Fact]
    public void The_fit_to_cdnow_agrees_with_the_tight_optimum()
    {
        var fit = GammaGamma.Fit(PurchaseLog.Cdnow.Spend());
        double[] parameters = [6.24957, 3.74422, 15.44352];
        double[] errors = [1.19, .2901, 4.159];
        Assert.All(parameters, (value, i) => Assert.Equal(value, fit.Model!.Parameters.Values.ElementAt(i), 5.1e-6));
        Assert.All(errors, (value, i) => Assert.Equal(1, fit.StandardErrors.Values.ElementAt(i) / value, 2e-4));
        Assert.Equal(-4055.9176948, fit.LogLikelihood!.Value, 1e-6);
        Assert.Equal(35.171, fit.Model!.PopulationMean, 1e-3);
    }

    [Fact]
    public void The_rounded_summary_gives_its_own_log_likelihood()
    {
        var rows = File.ReadLines(Golden.SharedData("cdnow_summary_with_monetary.csv")).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), f => double.Parse(f, CultureInfo.InvariantCulture)))
            .Where(f => f[1] > 0 && f[4] > 0).ToList();
        var fit = GammaGamma.Fit(new([.. rows.Select(f => f[1])], [.. rows.Select(f => f[4])]));
        Assert.Equal(-4055.92324, fit.LogLikelihood!.Value, 5.1e-6);
    }

    [Fact]
    public void Log_likelihood_and_gradient_agree_at_a_fixed_point()
    {
        Assert.Equal(-4.06396138, s_note.LogLikelihood(3, 35), 5.1e-9);
        var (gradient, hessian) = (new double[3], new double[9]);
        var likelihood = new GammaGammaLikelihood(new([3], [35]), moneyScale: 1);
        double[] theta = [Math.Log(6.25), Math.Log(3.74), Math.Log(15.44)];
        Assert.Equal(-4.06396138, likelihood.Evaluate(theta, gradient, hessian), 5.1e-9);
        Assert.Equal(.14757741, gradient[0] / 6.25, 5.1e-9);
        Assert.Equal(-.14299557, gradient[1] / 3.74, 5.1e-9);
        Assert.Equal(.05549600, gradient[2] / 15.44, 5.1e-9);
    }

    [Fact]
    public void Frequency_and_spend_correlate_on_cdnow_as_domain_says() =>
        Assert.Equal(.1139, PurchaseLog.Cdnow.Spend().FrequencySpendCorrelation()!.Value, 5.1e-5);

    [Fact]
    public void Ranks_give_equal_values_their_mean_rank_and_weights_are_duplicates()
    {
        // Ranks 1.5 1.5 3 4 against 2 1 3.5 3.5: deviations −1 −1 .5 1.5 and −.5 −1.5 1 1, by hand.
        var few = new SpendSummaries([1, 1, 2, 5], [20, 10, 30, 30]);
        var rank = few.FrequencySpendRankCorrelation()!.Value;
        Assert.Equal(4 / Math.Sqrt(4.5 * 4.5), rank, 1e-12);
        var doubled = new SpendSummaries([1, 1, 2, 5], [20, 10, 30, 30], [2, 2, 2, 2]);
        var twice = new SpendSummaries([1, 1, 2, 5, 1, 1, 2, 5], [20, 10, 30, 30, 20, 10, 30, 30]);
        Assert.Equal(
            twice.FrequencySpendRankCorrelation()!.Value, doubled.FrequencySpendRankCorrelation()!.Value, 1e-12);
        Assert.Equal(twice.CorrelationPValue(.5), doubled.CorrelationPValue(.5), 1e-12);
    }

    [Fact]
    public void The_p_of_a_correlation_is_students()
    {
        // t = .6·√(8/.64) = 2.12132 with 8 degrees of freedom.
        var ten = new SpendSummaries([.. Enumerable.Range(1, 10).Select(i => (double)i)], [.. Enumerable.Repeat(3.0, 10)]);
        Assert.Equal(.0667, ten.CorrelationPValue(.6), 1e-4);
        Assert.Equal(1, ten.CorrelationPValue(0), 1e-12);
        Assert.Null(ten.FrequencySpendRankCorrelation());
        Assert.Equal(1, new SpendSummaries([1, 2], [3, 4]).CorrelationPValue(.9));
    }

    // ---- identities

    [Fact]
    public void The_expectation_lies_between_the_customers_mean_and_the_populations()
    {
        foreach (var x in new[] { 1.0, 2, 7, 1000 })
        {
            foreach (var zbar in new[] { .01, 10, 35, 5000 })
            {
                var expected = s_note.ExpectedMeanSpend(x, zbar);
                Assert.InRange(
                    expected, Math.Min(zbar, s_note.PopulationMean) - 1e-9, Math.Max(zbar, s_note.PopulationMean) + 1e-9);
                var (intercept, slope) = s_note.ShrinkageOf(x);
                Assert.Equal(expected, intercept + (slope * zbar), 1e-9);
            }
        }
    }

    [Fact]
    public void Rescaling_money_rescales_gamma_alone()
    {
        var spend = PurchaseLog.Cdnow.Spend();
        var dollars = GammaGamma.Fit(spend);
        var rupiah = GammaGamma.Fit(new(spend.X, [.. spend.MeanSpend.ToArray().Select(z => z * 15_000)]));
        Assert.Equal(1, rupiah.Model!.Parameters["p"] / dollars.Model!.Parameters["p"], 1e-7);
        Assert.Equal(1, rupiah.Model.Parameters["q"] / dollars.Model.Parameters["q"], 1e-7);
        Assert.Equal(1, rupiah.Model.Parameters["gamma"] / dollars.Model.Parameters["gamma"] / 15_000, 1e-7);
        Assert.Equal(dollars.LogLikelihood!.Value - (946 * Math.Log(15_000)), rupiah.LogLikelihood!.Value, 1e-6);
    }

    [Fact]
    public void A_weight_is_so_many_equal_rows_and_order_does_not_matter()
    {
        var spend = PurchaseLog.Cdnow.Spend();
        var (x, z) = (spend.X.ToArray(), spend.MeanSpend.ToArray());
        var doubled = GammaGamma.Fit(new([.. x, .. x.Reverse()], [.. z, .. z.Reverse()]));
        var weighted = GammaGamma.Fit(new(x, z, [.. Enumerable.Repeat(2.0, x.Length)]));
        Assert.Equal(weighted.LogLikelihood!.Value, doubled.LogLikelihood!.Value, 1e-7);
        Assert.All(weighted.Model!.Parameters, p => Assert.Equal(1, doubled.Model!.Parameters[p.Key] / p.Value, 1e-8));
    }

    // ---- degenerate

    [Fact]
    public void Without_a_repeat_purchase_the_expectation_is_the_population_mean()
    {
        Assert.Equal(6.25 * 15.44 / 2.74, s_note.PopulationMean, 1e-12);
        Assert.Equal(s_note.PopulationMean, s_note.ExpectedMeanSpend(0, double.NaN), 1e-12);
    }

    [Fact]
    public void Customers_without_repeat_spend_are_left_out_and_counted()
    {
        var spend = PurchaseLog.Cdnow.Spend();
        var fit = GammaGamma.Fit(new([.. spend.X, 0, 3, 2], [.. spend.MeanSpend, 10, 0, -4], [.. spend.Weight, 1, 1, 5]));
        Assert.Equal(new Diagnosis.LeftOut(7), Assert.Single(fit.Diagnosis));
        Assert.Equal(-4055.9176948, fit.LogLikelihood!.Value, 1e-6);
    }

    [Fact]
    public void Spend_that_goes_with_frequency_is_warned_of()
    {
        var random = new Random(7);
        double[] x = [.. Enumerable.Range(0, 400).Select(i => (double)(1 + (i % 20)))];
        double[] z = [.. x.Select(f => (5 + f) * (0.5 + random.NextDouble()))];
        var fit = GammaGamma.Fit(new(x, z));
        Assert.NotNull(fit.Model);
        var warning = Assert.IsType<Diagnosis.SpendDependsOnFrequency>(fit.Diagnosis[0]);
        Assert.InRange(warning.Correlation, .6, .9);
    }

    // ---- refusals

    [Fact]
    public void Fewer_than_thirty_repeat_customers_are_refused()
    {
        var fit = GammaGamma.Fit(new([.. Enumerable.Repeat(2.0, 29)], [.. Enumerable.Range(10, 29).Select(i => (double)i)]));
        Assert.Null(fit.Model);
        Assert.Null(fit.LogLikelihood);
        Assert.Equal(new Diagnosis.TooFewRepeatCustomers(29, 30), Assert.Single(fit.Diagnosis));
    }

    [Fact]
    public void A_mean_that_would_be_infinite_is_refused()
    {
        // Means spread as a power of the inverse of a uniform variable: no average to speak of.
        double[] z = [.. Enumerable.Range(1, 500).Select(i => Math.Pow(500.0 / i, 2.5))];
        var fit = GammaGamma.Fit(new([.. Enumerable.Repeat(20.0, 500)], z));
        Assert.Null(fit.Model);
        Assert.InRange(Assert.IsType<Diagnosis.InfiniteMeanSpend>(fit.Diagnosis[0]).Q, 0.2, 1);
    }

    [Fact]
    public void Equal_spend_everywhere_is_refused()
    {
        var fit = GammaGamma.Fit(new([.. Enumerable.Repeat(2.0, 50)], [.. Enumerable.Repeat(9.99, 50)]));
        Assert.Equal(new Diagnosis.NoSpendVariation(), Assert.Single(fit.Diagnosis));
    }

    [Fact]
    public void Whatever_the_spend_nothing_is_NaN_and_nothing_throws()
    {
        var random = new Random(4);
        for (var i = 0; i < 60; i++)
        {
            var (scale, spread, most) = (Math.Pow(10, random.Next(-6, 12)), random.NextDouble() * 6, random.Next(1, 2000));
            double[] x = [.. Enumerable.Range(0, random.Next(1, 90)).Select(_ => (double)random.Next(0, most))];
            double[] z = [.. x.Select(_ => scale * Math.Exp(spread * (random.NextDouble() - .2)))];
            var fit = GammaGamma.Fit(new(x, z));
            Assert.True(fit.Model is not null || fit.Diagnosis.Count > 0);
            if (fit.Model is not { } model)
                continue;
            Assert.True(double.IsFinite(fit.LogLikelihood!.Value) && double.IsFinite(model.PopulationMean));
            Assert.All(fit.StandardErrors.Values, e => Assert.True(double.IsFinite(e) && e > 0));
            Assert.All(x, (f, row) => Assert.True(model.ExpectedMeanSpend(f, z[row]) > 0));
        }
    }

    [Fact]
    public void Amounts_beyond_all_measure_are_refused_and_not_multiplied_into_infinity()
    {
        var fit = GammaGamma.Fit(new([.. Enumerable.Repeat(2.0, 40)], [.. Enumerable.Range(1, 40).Select(i => i * 1e306)]));
        Assert.True(fit.Model is null && fit.Diagnosis.Count > 0);
    }
}
