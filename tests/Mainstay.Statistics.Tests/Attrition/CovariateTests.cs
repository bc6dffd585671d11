using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Static covariates, tested by recovery from simulated customers and by identities.</summary>
public sealed class CovariateTests
{
    private static readonly Lazy<CovariateFit> s_pareto = new(() => AttritionFamilies.ParetoNbd.FitTo(Simulated(
        z => new ParetoNbd(new(.8, 6 * Math.Exp(-.7 * z), 1, 12 * Math.Exp(.5 * z))), seed: 1)));

    public static TheoryData<string> Families => ["nbd", "pareto-nbd", "bg-nbd", "mbg-nbd"];

    // ---- agreement with what was simulated

    [Fact]
    public void Effects_on_buying_and_leaving_are_recovered_by_pareto_nbd()
    {
        var fit = s_pareto.Value.Fitted;
        AssertRecovered(fit, "purchase", "alpha", .7);
        AssertRecovered(fit, "dropout", "beta", -.5);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Diagnosis);
        Assert.Equal(["r", "alpha", "s", "beta"], fit.StandardErrors.Keys);
        Assert.True(s_pareto.Value.Test!.Value.ChiSquared > 100);
        Assert.True(s_pareto.Value.Test.Value.P < 1e-12);
        Assert.Equal(2, s_pareto.Value.Test.Value.DegreesOfFreedom);
    }

    [Theory]
    [InlineData("bg-nbd")]
    [InlineData("mbg-nbd")]
    public void Effects_on_buying_and_leaving_are_recovered_by_the_beta_geometric_models(string family)
    {
        var kind = AttritionFamilies.Named(family)!;
        var fit = kind.FitTo(Simulated(
            z =>
            {
                var p = new BetaGeometricParameters(.8, 6 * Math.Exp(-.7 * z), .9 * Math.Exp(.6 * z), 2.5);
                return kind.Name == "bg-nbd" ? new BgNbd(p) : new MbgNbd(p);
            },
            seed: 2)).Fitted;
        AssertRecovered(fit, "purchase", "alpha", .7);
        AssertRecovered(fit, "dropout", "a", .6);
        AssertRecovered(fit, "dropout", "b", 0);
        Assert.True(fit.Converged);
    }

    [Fact]
    public void Covariates_that_do_nothing_pass_the_test_of_chance()
    {
        var fit = AttritionFamilies.ParetoNbd.FitTo(Simulated(_ => new ParetoNbd(new(.8, 6, 1, 12)), seed: 3));
        Assert.InRange(fit.Test!.Value.P, .01, 1);
        Assert.InRange(fit.Test.Value.ChiSquared, 0, 9.21);
    }

    // ---- identities

    [Theory]
    [MemberData(nameof(Families))]
    public void The_derivatives_are_those_of_the_value(string name)
    {
        var family = AttritionFamilies.Named(name)!;
        var histories = Histories([0, 1, 0, 1, 2, 2, .5, 0]);
        var likelihood = new CovariateLikelihood(
            family.Links, histories.Groups.Select(g => ((double[])[.. g.Z, g.Z[0] * g.Z[0]], family.Likelihood(g.Histories, .25))));
        var n = likelihood.Parameters;
        var theta = Enumerable.Range(0, n).Select(i => .3 * Math.Cos(i)).ToArray();
        var (gradient, hessian) = (new double[n], new double[n * n]);
        Assert.Equal(likelihood.Value(theta), likelihood.Evaluate(theta, gradient, hessian), 1e-9);
        for (var i = 0; i < n; i++)
        {
            var (up, down) = (theta.ToArray(), theta.ToArray());
            (up[i], down[i]) = (up[i] + 1e-4, down[i] - 1e-4);
            var (upGradient, downGradient) = (new double[n], new double[n]);
            var rise = likelihood.Evaluate(up, upGradient, new double[n * n])
                - likelihood.Evaluate(down, downGradient, new double[n * n]);
            Assert.Equal(rise / 2e-4, gradient[i], 1e-5 * (1 + Math.Abs(gradient[i])));
            for (var j = 0; j < n; j++)
                Assert.Equal((upGradient[j] - downGradient[j]) / 2e-4, hessian[(i * n) + j], 1e-4 * (1 + Math.Abs(hessian[(i * n) + j])));
        }
    }

    [Fact]
    public void The_unit_and_the_origin_of_a_covariate_do_not_matter()
    {
        var (plain, moved) = (s_pareto.Value.Fitted, AttritionFamilies.ParetoNbd.FitTo(Simulated(
            z => new ParetoNbd(new(.8, 6 * Math.Exp(-.7 * z), 1, 12 * Math.Exp(.5 * z))), seed: 1,
            show: z => 2000 + (25 * z))).Fitted);
        Assert.Equal(plain.LogLikelihood!.Value, moved.LogLikelihood!.Value, 1e-7);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(1, moved.Model!.Effects[i].Coefficient * 25 / plain.Model!.Effects[i].Coefficient, 1e-6);
            Assert.Equal(1, moved.Model.Effects[i].StandardError!.Value * 25 / plain.Model.Effects[i].StandardError!.Value, 1e-6);
        }

        Assert.Equal(1, moved.Model!.For([2025])!.ExpectedPurchases(20) / plain.Model!.For([1])!.ExpectedPurchases(20), 1e-8);
    }

    [Fact]
    public void Each_group_is_the_plain_model_at_its_own_parameters()
    {
        var model = s_pareto.Value.Fitted.Model!;
        var (alpha, beta) = (model.Effects[0], model.Effects[1]);
        var p = model.For([1]).Parameters;
        Assert.Equal(model.Parameters["r"], p["r"], 1e-12);
        Assert.Equal(1, p["alpha"] / (model.Parameters["alpha"] * Math.Exp(-alpha.Coefficient * (1 - alpha.Reference))), 1e-12);
        Assert.Equal(1, p["beta"] / (model.Parameters["beta"] * Math.Exp(-beta.Coefficient * (1 - beta.Reference))), 1e-12);
        var histories = Histories([0, 1, 0, 1, 1, 0, 0, 1]);
        var (alive, expected, dert) = (new double[8], new double[8], new double[8]);
        model.PAlive(histories, alive);
        model.ExpectedPurchases(histories, 39, expected);
        model.DiscountedExpectedResidualPurchases(histories, .002, dert);
        var total = 0.0;
        for (var i = 0; i < 8; i++)
        {
            var own = model.For([histories.Groups.Single(g => g.Rows.Contains(i)).Z[0]]);
            Assert.Equal(own.PAlive(Mini.Histories[i]), alive[i], 1e-12);
            Assert.Equal(own.ExpectedPurchases(Mini.Histories[i], 39), expected[i], 1e-11);
            Assert.Equal(1, own.DiscountedExpectedResidualPurchases(Mini.Histories[i], .002) / dert[i], 1e-12);
            total += Mini.Histories.Weight[i] * own.LogLikelihood(Mini.Histories[i]);
        }

        Assert.Equal(total, model.LogLikelihood(histories), 1e-10);
    }

    // ---- degenerate

    [Theory]
    [MemberData(nameof(Families))]
    public void No_covariates_and_constant_ones_are_the_plain_model(string name)
    {
        var family = AttritionFamilies.Named(name)!;
        var rows = PurchaseLog.Cdnow.Histories;
        var plain = family.FitTo(rows);
        var none = family.FitTo(new CovariateHistories(rows, Covariates.None));
        var constant = family.FitTo(new CovariateHistories(rows, new(["shop"], [[.. Enumerable.Repeat(7.0, rows.Count)]])));
        Assert.Equal(plain.LogLikelihood!.Value, none.Fitted.LogLikelihood!.Value, 1e-7);
        Assert.Equal(plain.LogLikelihood.Value, constant.Fitted.LogLikelihood!.Value, 1e-7);
        Assert.All(plain.Model!.Parameters, p => Assert.Equal(1, none.Fitted.Model!.Parameters[p.Key] / p.Value, 1e-7));
        Assert.All(plain.StandardErrors, e => Assert.Equal(1, none.Fitted.StandardErrors[e.Key] / e.Value, 1e-6));
        Assert.Empty(none.Fitted.Model!.Effects);
        Assert.Equal(new Diagnosis.CovariateLeftOut("shop"), constant.Fitted.Diagnosis[0]);
        Assert.Null(constant.Test);
    }

    [Fact]
    public void A_covariate_that_follows_from_others_is_left_out_by_name()
    {
        var rows = PurchaseLog.Cdnow.Histories;
        double[] one = [.. Enumerable.Range(0, rows.Count).Select(i => (double)(i % 3))];
        double[] two = [.. Enumerable.Range(0, rows.Count).Select(i => (double)(i % 5))];
        double[] sum = [.. one.Zip(two, (u, v) => u - (2 * v) + 4)];
        var fit = AttritionFamilies.MbgNbd.FitTo(new CovariateHistories(rows, new(["one", "two", "sum"], [one, two, sum])));
        Assert.Equal(new Diagnosis.CovariateLeftOut("sum"), Assert.Single(fit.Fitted.Diagnosis));
        Assert.Equal(["one", "two"], fit.Fitted.Model!.Effects.Select(e => e.Covariate).Distinct());
        Assert.True(double.IsFinite(fit.Fitted.LogLikelihood!.Value));
        Assert.Equal(6, fit.Test!.Value.DegreesOfFreedom);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Where_nobody_leaves_nothing_diverges(string name)
    {
        var fit = AttritionFamilies.Named(name)!.FitTo(Simulated(z => new Nbd(new(.8, 6 * Math.Exp(-.7 * z))), seed: 1));
        Assert.True(double.IsFinite(fit.Fitted.LogLikelihood!.Value));
        var buying = fit.Fitted.Model!.Effects.Single(e => e.Parameter == "alpha");
        Assert.InRange(buying.Coefficient, .55, .85);
        Assert.All(fit.Fitted.Model.Effects, e => Assert.True(double.IsFinite(e.Coefficient)));
        foreach (var z in new double[] { 0, 1 })
        {
            var own = fit.Fitted.Model.For([z]);
            Assert.Equal(1, own.ExpectedPurchases(30) / (.8 / 6 * Math.Exp(.7 * z) * 30), .08);
            Assert.InRange(own.PAlive(new PurchaseHistory(4, 20, 30)), .95, 1);
        }
    }

    [Fact]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws()
    {
        var random = new Random(7);
        for (var i = 0; i < 24; i++)
        {
            var n = random.Next(12, 50);
            var T = Enumerable.Range(0, n).Select(_ => Math.Pow(10, i % 5) * random.Next(1, 40)).ToArray();
            var x = T.Select(_ => (double)random.Next(0, 1 << (i % 9))).ToArray();
            var tx = T.Select((end, k) => x[k] == 0 ? 0 : end * random.Next(1, 5) / 4).ToArray();
            double[] z = [.. x.Select((f, k) => i % 3 == 0 ? f : i % 3 == 1 ? 1e6 * T[k] : random.Next(2))];
            CovariateHistories histories = new(new(x, tx, T), new(["z"], [z]));
            var fit = AttritionFamilies.Named(Families.ElementAt(i % 4).Data)!.FitTo(histories);
            Assert.True(fit.Fitted.Model is not null || fit.Fitted.Diagnosis.Count > 0);
            if (fit.Fitted.Model is not { } model)
                continue;
            var (alive, expected) = (new double[n], new double[n]);
            model.PAlive(histories, alive);
            model.ExpectedPurchases(histories, 52, expected);
            Assert.True(fit.Fitted.LogLikelihood >= fit.Without.LogLikelihood - 1e-6);
            Assert.All(alive, p => Assert.InRange(p, 0, 1));
            Assert.All(expected, e => Assert.True(double.IsFinite(e) && e >= 0));
            Assert.All(model.Effects, e => Assert.True(double.IsFinite(e.Coefficient) && e.StandardError is null or > 0));
        }
    }

    // ---- refusals

    [Fact]
    public void Mistakes_and_hopeless_data_are_refused_with_the_reason()
    {
        Assert.StartsWith("row 2: z is NaN;", Message(() => Histories([0, 1, double.NaN, 0, 0, 0, 0, 0])), StringComparison.Ordinal);
        Assert.StartsWith("covariates has 1 values;", Message(() => Histories([0])), StringComparison.Ordinal);
        Assert.StartsWith("z has 2 values;", Message(() => s_pareto.Value.Fitted.Model!.For([1, 2])), StringComparison.Ordinal);
        var refused = AttritionFamilies.BgNbd.FitTo(new CovariateHistories(new([0, 0], [0, 0], [5, 6]), new(["z"], [[0, 1]])));
        Assert.Null(refused.Fitted.Model);
        Assert.Null(refused.Test);
        Assert.Equal(new Diagnosis.NobodyRepeats(2), Assert.Single(refused.Fitted.Diagnosis));
        static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
    }

    private static void AssertRecovered(Fit<CovariateModel> fit, string process, string parameter, double truth)
    {
        var effect = fit.Model!.Effects.Single(e => e.Parameter == parameter);
        Assert.Equal(process, effect.Process);
        Assert.InRange(effect.StandardError!.Value, .01, .5);
        Assert.InRange((effect.Coefficient - truth) / effect.StandardError.Value, -3.5, 3.5);
    }

    private static CovariateHistories Histories(double[] z) => new(Mini.Histories, new(["z"], [z]));

    /// <summary>5,000 customers, two in five of them with z = 1, seen for 20 to 40 periods.</summary>
    private static CovariateHistories Simulated(
        Func<double, ILatentAttrition> model, int seed, Func<double, double>? show = null)
    {
        var random = new Random(seed);
        var rows = new List<(PurchaseHistory History, double Z)>();
        var models = new[] { model(0), model(1) };
        for (var i = 0; i < 5000; i++)
        {
            var (z, T, purchases) = (i % 5 < 2 ? 1 : 0, 20.0 + (i % 21), new List<double>());
            models[z].SimulateNew(T, random, purchases);
            rows.Add((new(purchases.Count, purchases.Count == 0 ? 0 : purchases[^1], T), show is null ? z : show(z)));
        }

        return new(
            new(
                [.. rows.Select(row => row.History.X)], [.. rows.Select(row => row.History.Tx)],
                [.. rows.Select(row => row.History.T)]),
            new(["z"], [[.. rows.Select(row => row.Z)]]));
    }
}
