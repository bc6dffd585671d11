using System.Text;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Fitting;

/// <summary>What every attrition fit promises: identities of the optimum, boundaries by name, refusals in words.</summary>
public sealed class FitTests
{
    // ---- identities

    [Fact]
    public void At_the_optimum_the_gradient_is_zero_and_the_curvature_downward()
    {
        var fit = BgNbd.Fit(PurchaseLog.Cdnow.Histories);
        var theta = fit.Model!.Parameters.Values.Select(v => Math.Log(v)).ToArray();
        var (gradient, hessian) = (new double[4], new double[16]);
        new BetaGeometricLikelihood(PurchaseLog.Cdnow.Histories, 0, 1).Evaluate(theta, gradient, hessian);
        Assert.All(gradient, d => Assert.Equal(0, d, 1e-5));
        Assert.All(Eigen.Of(hessian, 4).Values, curvature => Assert.True(curvature < -1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_derivatives_are_those_of_the_value(int coins)
    {
        var likelihood = new BetaGeometricLikelihood(Mini.Histories, coins, timeScale: .25);
        double[] theta = [-1, .5, -.3, .8];
        AssertDerivatives(likelihood, theta);
        AssertDerivatives(likelihood.Nbd, theta[..2]);
    }

    [Theory]
    [InlineData(-1, .5, -.3, .8)]
    [InlineData(-1, 2.5, .9, -1.2)]
    [InlineData(3, 4, 2, 6)]
    public void The_derivatives_of_pareto_nbd_are_those_of_its_value(double r, double alpha, double s, double beta) =>
        AssertDerivatives(new ParetoNbdLikelihood(Mini.Histories, timeScale: .25), [r, alpha, s, beta]);

    [Fact]
    public void The_derivatives_of_the_discrete_models_are_those_of_their_values()
    {
        OpportunityHistories histories = new([0, 1, 2, 3, 1, 4], [0, 2, 5, 9, 1, 4], [6, 6, 9, 9, 1, 12], [5, 2, 1, 3, 4, 1]);
        AssertDerivatives(new BgBbLikelihood(histories), [.2, -.3, -.4, 1]);
        AssertDerivatives(new BetaBinomialLikelihood(histories), [.2, -.3]);
    }

    [Fact]
    public void The_derivatives_of_the_spend_model_are_those_of_its_value() => AssertDerivatives(
        new Statistics.Spend.GammaGammaLikelihood(new([1, 1, 2, 5, 1, 1, 1], [5, 20, 9, 30, 44, 1, 2]), .1), [1, .4, -.2]);

    [Fact]
    public void The_unit_of_time_changes_alpha_and_the_log_likelihood_by_known_amounts()
    {
        var weeks = MbgNbd.Fit(PurchaseLog.Cdnow.Histories);
        var days = MbgNbd.Fit(PurchaseLog.Merge(PurchaseLog.Cdnow.Customers.Select(
            c => new PurchaseHistory(c.History.X, Math.Round(c.History.Tx * 7), Math.Round(c.History.T * 7)))));
        Assert.Equal(1, days.Model!.Parameters["alpha"] / weeks.Model!.Parameters["alpha"] / 7, 1e-7);
        Assert.Equal(1, days.Model.Parameters["a"] / weeks.Model.Parameters["a"], 1e-7);
        Assert.Equal(weeks.LogLikelihood!.Value - (2457 * Math.Log(7)), days.LogLikelihood!.Value, 1e-6);
    }

    [Fact]
    public void Weights_are_so_many_equal_customers_and_order_does_not_matter()
    {
        var merged = BgNbd.Fit(PurchaseLog.Cdnow.Histories);
        var all = PurchaseLog.Cdnow.Customers.Select(c => c.History).Reverse().ToList();
        var single = BgNbd.Fit(new([.. all.Select(h => h.X)], [.. all.Select(h => h.Tx)], [.. all.Select(h => h.T)]));
        Assert.Equal(2357, single.DistinctRows);
        Assert.Equal(merged.LogLikelihood!.Value, single.LogLikelihood!.Value, 1e-8);
        Assert.All(merged.Model!.Parameters, p => Assert.Equal(1, single.Model!.Parameters[p.Key] / p.Value, 1e-8));
    }

    [Fact]
    public void A_thousandfold_base_gives_the_same_parameters_and_a_sample_the_same_answer()
    {
        var one = MbgNbd.Fit(PurchaseLog.Cdnow.Histories);
        var h = PurchaseLog.Cdnow.Histories;
        PurchaseHistories thousand = new(h.X, h.Tx, h.T, [.. h.Weight.ToArray().Select(w => w * 1000)]);
        var many = MbgNbd.Fit(thousand, new FitOptions { SampleRows = 100 });
        Assert.All(one.Model!.Parameters, p => Assert.Equal(1, many.Model!.Parameters[p.Key] / p.Value, 1e-7));
        Assert.Equal(one.LogLikelihood!.Value * 1000, many.LogLikelihood!.Value, 1e-4);
        Assert.All(one.StandardErrors, e => Assert.Equal(
            1, many.StandardErrors[e.Key] * Math.Sqrt(1000) / e.Value, 1e-6));
    }

    // ---- degenerate

    [Fact]
    public void Where_nobody_leaves_the_fit_says_that_nbd_does_as_well()
    {
        // Gamma rates without dropout, from a fixed seed.
        var fits = Undying(seed: 11);
        var fit = BgNbd.Fit(fits);
        Assert.IsType<Diagnosis.NoDropout>(fit.Diagnosis[0]);
        Assert.True(fit.Converged);
        Assert.Empty(fit.StandardErrors);
        var (r, alpha) = (fit.Model!.Parameters["r"], fit.Model.Parameters["alpha"]);
        PurchaseHistory customer = new(4, 20, 30);
        Assert.Equal(1, fit.Model.PAlive(customer), .02);
        Assert.Equal(1, fit.Model.ExpectedPurchases(customer, 30) / ((r + 4) / (alpha + 30) * 30), .02);
    }

    [Fact]
    public void Where_nobody_leaves_pareto_nbd_says_so_too()
    {
        var (fit, nbd) = (ParetoNbd.Fit(Undying(seed: 11)), Nbd.Fit(Undying(seed: 11)));
        Assert.IsType<Diagnosis.NoDropout>(fit.Diagnosis[0]);
        Assert.True(fit.Converged);
        Assert.Empty(fit.StandardErrors);
        Assert.InRange(fit.LogLikelihood!.Value - nbd.LogLikelihood!.Value, -1e-6, .1);
        Assert.All(nbd.Model!.Parameters, p => Assert.Equal(1, fit.Model!.Parameters[p.Key] / p.Value, .05));
    }

    [Fact]
    public void Where_all_buy_at_one_rate_the_fit_says_so()
    {
        var random = new Random(3);
        var customers = Enumerable.Range(0, 2000).Select(_ => Simulate(random, rate: .2, dropout: () => .15, T: 40));
        var fit = MbgNbd.Fit(PurchaseLog.Merge(customers));
        Assert.NotNull(fit.Model);
        Assert.Contains(fit.Diagnosis, d => d is Diagnosis.SameRateForAll or Diagnosis.SameDropoutForAll);
    }

    [Fact]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws()
    {
        var random = new Random(99);
        for (var i = 0; i < 40; i++)
        {
            var weird = Weird(random);
            Check(weird, BgNbd.Fit(weird));
            Check(weird, MbgNbd.Fit(weird));
            Check(weird, Nbd.Fit(weird));
            Check(weird, ParetoNbd.Fit(weird));
        }
    }

    // ---- refusals

    [Fact]
    public void Every_refusal_and_doubt_says_what_was_found()
    {
        Diagnosis[] all =
        [
            new Diagnosis.NobodyRepeats(3), new Diagnosis.TooFewRepeatCustomers(4, 10), new Diagnosis.NoTimeObserved(),
            new Diagnosis.NoDropout(.0123), new Diagnosis.SameRateForAll(), new Diagnosis.SameDropoutForAll(),
            new Diagnosis.SameLifetimeForAll(), new Diagnosis.SameProbabilityForAll("buying", "alpha/(alpha + beta)"),
            new Diagnosis.SameSpendForAll(), new Diagnosis.AtTheEdge("b", 162754.8),
            new Diagnosis.NotConverged(),
            new Diagnosis.WeaklyDetermined("a", 12.3), new Diagnosis.LeftOut(8), new Diagnosis.InfiniteMeanSpend(.91),
            new Diagnosis.NoSpendVariation(), new Diagnosis.SpendDependsOnFrequency(-.314),
            new Diagnosis.NoRegularity("bg-nbd"), new Diagnosis.GapsUnknown(),
        ];
        var text = new StringBuilder();
        foreach (var diagnosis in all)
            text.Append(diagnosis.Code).Append(": ").AppendLine(diagnosis.Message);
        Golden.Match(text.ToString(), "statistics/diagnosis.txt");
        Assert.Equal(typeof(Diagnosis).GetNestedTypes().Length, all.Length + SurvivalDiagnosisTests.All.Count);
    }

    [Fact]
    public void Data_that_cannot_carry_a_model_are_refused_with_the_reason()
    {
        Assert.Equal(new Diagnosis.NobodyRepeats(0), Refused([], [], []));
        Assert.Equal(new Diagnosis.NobodyRepeats(3), Refused([0, 0, 0], [0, 0, 0], [5, 6, 7]));
        Assert.Equal(new Diagnosis.NoTimeObserved(), Refused([0, 0], [0, 0], [0, 0]));
        Assert.Equal(new Diagnosis.TooFewRepeatCustomers(2, 10), Refused([0, 1, 3], [0, 2, 5], [9, 9, 9]));
    }

    [Fact]
    public void A_cancelled_fit_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => BgNbd.Fit(Mini.Histories, null, cancelled.Token));
    }

    private static Diagnosis Refused(double[] x, double[] tx, double[] T)
    {
        var fit = BgNbd.Fit(new(x, tx, T));
        Assert.Null(fit.Model);
        Assert.Null(fit.LogLikelihood);
        Assert.False(fit.Converged);
        Assert.Empty(fit.StandardErrors);
        Assert.Equal(x.Length, fit.Customers);
        return Assert.Single(fit.Diagnosis);
    }

    /// <summary>A model whose every answer is a number, or the reason why there is none.</summary>
    internal static void Check<TModel>(PurchaseHistories histories, Fit<TModel> fit)
        where TModel : class, ILatentAttrition
    {
        Assert.True(fit.Model is not null || fit.Diagnosis.Count > 0);
        if (fit.Model is not { } model)
            return;
        Assert.True(double.IsFinite(fit.LogLikelihood!.Value));
        Assert.All(fit.StandardErrors.Values, e => Assert.True(double.IsFinite(e) && e > 0));
        Assert.Equal(fit.LogLikelihood.Value, model.LogLikelihood(histories), 1e-7 * (1 + Math.Abs(fit.LogLikelihood.Value)));
        var (alive, expected, dert) = (new double[histories.Count], new double[histories.Count], new double[histories.Count]);
        model.PAlive(histories, alive);
        model.ExpectedPurchases(histories, 52, expected);
        model.DiscountedExpectedResidualPurchases(histories, .0018, dert);
        Assert.All(alive, p => Assert.InRange(p, 0, 1));
        Assert.All(expected, e => Assert.True(double.IsFinite(e) && e >= 0));
        Assert.All(dert, d => Assert.True(double.IsFinite(d) && d >= 0));
    }

    internal static PurchaseHistories Weird(Random random)
    {
        var n = random.Next(1, 60);
        var (scale, most) = (Math.Pow(10, random.Next(-3, 5)), (int)Math.Pow(10, random.Next(0, 4)));
        var (x, tx, T) = (new double[n], new double[n], new double[n]);
        var sameDay = random.Next(4) == 0;
        for (var i = 0; i < n; i++)
        {
            x[i] = random.Next(0, most + 1);
            T[i] = scale * (sameDay ? 10 : random.Next(1, 100));
            tx[i] = x[i] == 0 ? 0 : T[i] * (random.Next(3) == 0 ? 1 : random.Next(1, 10) / 10.0);
        }

        return new(x, tx, T, [.. x.Select(_ => (double)random.Next(1, 30))]);
    }

    private static PurchaseHistories Undying(int seed)
    {
        var random = new Random(seed);
        double Rate() => -Math.Log(1 - random.NextDouble()) * .1;
        return PurchaseLog.Merge(Enumerable.Range(0, 3000).Select(_ => Simulate(random, Rate(), () => 0, 40)));
    }

    private static PurchaseHistory Simulate(Random random, double rate, Func<double> dropout, double T)
    {
        var (x, last, day) = (0, 0, 0.0);
        while (random.NextDouble() >= dropout())
        {
            day -= Math.Log(1 - random.NextDouble()) / rate;
            if (day > T)
                break;
            if ((int)Math.Ceiling(day) == last)
                continue;
            (x, last) = (x + 1, (int)Math.Ceiling(day));
        }

        return new(x, Math.Min(last, T), T);
    }

    internal static void AssertDerivatives(ILogLikelihood likelihood, double[] theta)
    {
        const double H = 1e-4;
        var n = theta.Length;
        var (gradient, hessian) = (new double[n], new double[n * n]);
        likelihood.Evaluate(theta, gradient, hessian);
        for (var i = 0; i < n; i++)
        {
            var (up, upGradient) = At(likelihood, theta, i, H);
            var (down, downGradient) = At(likelihood, theta, i, -H);
            Assert.Equal((up - down) / (2 * H), gradient[i], 1e-5 * (1 + Math.Abs(gradient[i])));
            for (var j = 0; j < n; j++)
            {
                var expected = (upGradient[j] - downGradient[j]) / (2 * H);
                Assert.Equal(expected, hessian[(i * n) + j], 1e-5 * (1 + Math.Abs(expected)));
            }
        }
    }

    private static (double Value, double[] Gradient) At(ILogLikelihood likelihood, double[] theta, int i, double step)
    {
        var moved = theta.ToArray();
        moved[i] += step;
        var gradient = new double[theta.Length];
        return (likelihood.Evaluate(moved, gradient, new double[theta.Length * theta.Length]), gradient);
    }
}
