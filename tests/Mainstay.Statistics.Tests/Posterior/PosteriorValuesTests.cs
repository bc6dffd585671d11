using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class PosteriorValuesTests
{
    [Theory]
    [InlineData("bg-nbd", 1000)]
    [InlineData("mbg-nbd", 1700)]
    public void On_large_data_the_polynomial_errs_by_less_than_a_thousandth_at_a_part_of_the_cost(
        string name, int evaluations)
    {
        var histories = Simulated(AttritionFamilies.Named(name)!.Create([.525, 6.183, .891, 1.614]), 60_000);
        Assert.InRange(histories.Count, 4001, 60_000);
        var counted = new Counted(AttritionFamilies.Named(name)!.Likelihood(histories, 10 / 33.0));
        ParameterPosterior Of(bool approximately) => ParameterPosterior.Of(
            new(counted, 1.5), [-.6, .6, -.1, .5], PosteriorOptions.Default, approximately,
            TestContext.Current.CancellationToken)!;
        var exact = Of(false);
        Assert.Equal(4000, counted.Asked);
        counted.Asked = 0;
        var approximate = Of(true);
        Assert.InRange(counted.Asked, 1, evaluations);
        Assert.Equal(exact.Thetas, approximate.Thetas);
        var worst = exact.Smoothing.Weights.Zip(approximate.Smoothing.Weights).Where(pair => pair.First > 1e-7)
            .Max(pair => Math.Abs(Math.Log(pair.First / pair.Second)));
        Assert.InRange(worst, 0, PosteriorValues.Tolerance);
        Assert.Equal(exact.Smoothing.KHat, approximate.Smoothing.KHat, .01);
    }

    [Fact]
    public void A_surface_that_no_quartic_fits_is_evaluated_at_every_draw()
    {
        var target = new LogPosterior(new Kink(), 1.5);
        var random = new Random(4);
        var z = Enumerable.Range(0, 4000).Select(_ => (4 * random.NextDouble()) - 2).ToArray();
        var values = new double[2000];
        PosteriorValues.Fill(target, z, z, values, mayApproximate: true);
        for (var draw = 0; draw < values.Length; draw++)
            Assert.Equal(target.Value(z.AsSpan(draw * 2, 2)), values[draw]);
    }

    [Fact]
    public void Draws_far_out_are_exact_even_where_the_quartic_is_used()
    {
        var target = new LogPosterior(new Bowl(), 1e9);
        var random = new Random(4);
        var z = Enumerable.Range(0, 4000).Select(_ => (4 * random.NextDouble()) - 2).ToArray();
        (z[^2], z[^1]) = (40, -30);
        var values = new double[2000];
        PosteriorValues.Fill(target, z, z, values, mayApproximate: true);
        Assert.Equal(target.Value([40, -30]), values[^1]);
        Assert.Equal(target.Value(z.AsSpan(1500 * 2, 2)), values[1500], 1e-9);
    }

    [Fact]
    public void A_quartic_is_found_again_from_six_values_per_coefficient()
    {
        static double Quartic(double x, double y) => 3 - x + (2 * x * y) - (y * y) + (.5 * x * x * y * y) - (.1 * x * x * x * x);
        Assert.Equal(6 * 15, PolynomialSurface.Wanted(2, degree: 4));
        Assert.Equal(6 * 70, PolynomialSurface.Wanted(4, degree: 4));
        var random = new Random(9);
        var points = Enumerable.Range(0, 2 * 90).Select(_ => (4 * random.NextDouble()) - 2).ToArray();
        var values = Enumerable.Range(0, 90).Select(i => Quartic(points[2 * i], points[(2 * i) + 1])).ToArray();
        var surface = PolynomialSurface.Fit(points, values, 2, degree: 4);
        foreach (var (x, y) in new[] { (0, 0), (1.5, -1.7), (-2, .3), (4, 4.0) })
            Assert.Equal(Quartic(x, y), surface.At([x, y]), 1e-9 * (1 + Math.Abs(Quartic(x, y))));
    }

    [Fact]
    public void A_weighted_quantile_counts_weight_and_not_draws()
    {
        double[] values = [3, 1, 2], weights = [.25, .5, .25];
        Assert.Equal(1, WeightedQuantile.Of(values, weights, .25));
        Assert.Equal(1, WeightedQuantile.Of(values, weights, .5));
        Assert.Equal(1.5, WeightedQuantile.Of(values, weights, .625));
        Assert.Equal(2, WeightedQuantile.Of(values, weights, .75));
        Assert.Equal(3, WeightedQuantile.Of(values, weights, 1));
        Assert.Equal(2, WeightedQuantile.Of([9, 2], [0, 1.0], 1));
        var central = WeightedQuantile.Central(values, weights, .5);
        Assert.Equal(new Interval(1, 2, .5), central);
    }

    [Fact]
    public void Quantiles_of_many_equal_weights_are_those_of_the_sample()
    {
        var random = new Random(2);
        var values = Enumerable.Range(0, 1001).Select(_ => random.NextDouble()).ToArray();
        var weights = Enumerable.Repeat(1.0 / 1001, 1001).ToArray();
        var sorted = values.Order().ToArray();
        foreach (var share in new[] { .05, .5, .95 })
            Assert.Equal(sorted[(int)(share * 1001)], WeightedQuantile.Of(values, weights, share), .004);
    }

    private static PurchaseHistories Simulated(ILatentAttrition truth, int customers)
    {
        var (random, purchases, rows) = (new Random(31), new List<double>(), new List<PurchaseHistory>());
        for (var i = 0; i < customers; i++)
        {
            // In days, as a log has them: one purchase day per calendar day.
            var days = 189 + random.Next(84);
            purchases.Clear();
            truth.SimulateNew(days / 7.0, random, purchases);
            var seen = purchases.Select(at => Math.Ceiling(at * 7)).Distinct().Where(day => day <= days).ToList();
            rows.Add(new(seen.Count, seen.Count == 0 ? 0 : seen[^1] / 7, days / 7.0));
        }

        return PurchaseLog.Merge(rows);
    }

    /// <summary>Counts the draws it is asked for.</summary>
    private sealed class Counted(ILogLikelihood inner) : ILogLikelihood
    {
        public int Asked { get; set; }

        public int Parameters => inner.Parameters;

        public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian) =>
            inner.Evaluate(theta, gradient, hessian);

        public double Value(ReadOnlySpan<double> theta) => inner.Value(theta);

        public void Values(ReadOnlySpan<double> thetas, Span<double> values)
        {
            Asked += values.Length;
            inner.Values(thetas, values);
        }
    }

    private sealed class Kink : ILogLikelihood
    {
        public int Parameters => 2;

        public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian) => Value(theta);

        public double Value(ReadOnlySpan<double> theta) => -Math.Abs(theta[0] - .3) - Math.Abs(theta[1]);
    }

    private sealed class Bowl : ILogLikelihood
    {
        public int Parameters => 2;

        public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian) => Value(theta);

        public double Value(ReadOnlySpan<double> theta) => -(theta[0] * theta[0]) - Math.Pow(theta[1], 4);
    }
}
