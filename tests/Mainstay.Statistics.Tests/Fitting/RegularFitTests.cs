using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Fitting;

/// <summary>What fits of regular buying promise beyond <see cref="FitTests"/>: k, the gaps and their unit.</summary>
public sealed class RegularFitTests
{
    // ---- identities

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(1, 12)]
    public void The_derivatives_are_those_of_the_value(int coins, int k)
    {
        double[] theta = [-1, .5, -.3, .8];
        FitTests.AssertDerivatives(new BetaGeometricCnbdLikelihood(Mini.Regular, coins, k, timeScale: .25), theta);
        ILogLikelihood regular = new BetaGeometricCnbdLikelihood(PurchaseLog.Grocery.Histories, coins, k, .1);
        Assert.Equal(regular.Evaluate(theta, new double[4], new double[16]), regular.Value(theta), 1e-7);
        FitTests.AssertDerivatives(new CondensedNbdLikelihood(Mini.Regular, k, timeScale: .25), theta[..2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_likelihood_that_is_climbed_is_the_models_own_at_any_scale(int k)
    {
        const double Scale = .25;
        var model = new MbgCnbd(new(1.329, 2.813, .425, .790), k);
        double[] theta = [Math.Log(1.329), Math.Log(2.813 * Scale), Math.Log(.425), Math.Log(.790)];
        var climbed = new BetaGeometricCnbdLikelihood(Mini.Regular, 1, k, Scale)
            .Evaluate(theta, new double[4], new double[16]);
        Assert.Equal(
            model.LogLikelihood(Mini.Regular), climbed + (Mini.Regular.TotalPurchases * Math.Log(Scale)), 1e-10);
    }

    [Fact]
    public void The_unit_of_time_changes_alpha_and_the_log_likelihood_by_known_amounts()
    {
        var weeks = MbgCnbd.Fit(PurchaseLog.Grocery.Histories);
        var days = MbgCnbd.Fit(PurchaseLog.Merge(
            PurchaseLog.Grocery.Customers.Select(
                c => new PurchaseHistory(c.History.X, Math.Round(c.History.Tx * 7), Math.Round(c.History.T * 7))),
            PurchaseLog.Grocery.Histories.TotalLogGaps + (5569 * Math.Log(7))));
        Assert.Equal(weeks.Model!.K, days.Model!.K);
        Assert.Equal(1, days.Model.Parameters["alpha"] / weeks.Model.Parameters["alpha"] / 7, 1e-7);
        Assert.Equal(1, days.Model.Parameters["a"] / weeks.Model.Parameters["a"], 1e-7);
        Assert.Equal(weeks.LogLikelihood!.Value - (5569 * Math.Log(7)), days.LogLikelihood!.Value, 1e-6);
    }

    [Fact]
    public void The_model_comes_back_from_its_name_and_parameters()
    {
        foreach (var name in new[] { "bg-cnbd-k", "mbg-cnbd-k" })
        {
            var family = AttritionFamilies.Named(name)!;
            var fitted = family.FitTo(PurchaseLog.Grocery.Histories).Model!;
            var again = family.With(fitted.Parameters);
            Assert.Equal(fitted.Name, again.Name);
            Assert.Equal(fitted.Parameters, again.Parameters);
            Assert.Equal(["r", "alpha", "a", "b"], family.Given(fitted).Letters);
        }
    }

    [Fact]
    public void A_posterior_is_drawn_at_the_k_that_was_chosen()
    {
        var family = AttritionFamilies.MbgCnbd;
        var fit = family.FitTo(PurchaseLog.Grocery.Histories);
        var posterior = AttritionPosterior.Of(
            family, PurchaseLog.Grocery.Histories, fit.Model!, new PosteriorOptions { Draws = 1000 })!;
        Assert.True(posterior.Reliable);
        Assert.All(posterior.Models(8), model => Assert.Equal(2, model.Parameters["k"]));
        foreach (var (letter, error) in fit.StandardErrors)
        {
            var (low, high, _) = posterior.ParameterInterval(letter, .9);
            Assert.InRange(fit.Model!.Parameters[letter], low, high);
            Assert.InRange((high - low) / (2 * 1.645 * error), .85, 1.15);
        }

        Assert.Throws<ArgumentException>(
            () => AttritionPosterior.Of(family, Mini.Regular, new BgNbd(new(1, 1, 1, 1))));
    }

    // ---- degenerate

    [Fact]
    public void Clockwork_is_called_the_edge_of_what_is_tried()
    {
        var random = new Random(12);
        var customers = Enumerable.Range(0, 400).Select(_ =>
        {
            var (gap, x) = (1 + (3 * random.NextDouble()), random.Next(1, 8));
            return new PurchaseHistory(x, x * gap, 40) { LogGaps = x * Math.Log(gap) };
        }).ToList();
        var fit = MbgCnbd.Fit(PurchaseLog.Merge(customers, customers.Sum(c => c.LogGaps)));
        Assert.Equal(12, fit.Model!.K);
        Assert.Contains(new Diagnosis.AtTheEdge("k", 12), fit.Diagnosis);
    }

    [Fact]
    public void Where_nobody_leaves_the_fit_says_that_the_condensed_nbd_does_as_well()
    {
        var random = new Random(11);
        var customers = new List<PurchaseHistory>();
        for (var i = 0; i < 3000; i++)
        {
            var (rate, at, last, x, gaps) = (-Math.Log(1 - random.NextDouble()) * .4, 0.0, 0.0, 0, 0.0);
            while ((at -= Math.Log((1 - random.NextDouble()) * (1 - random.NextDouble())) / rate) <= 40)
                (x, gaps, last) = (x + 1, gaps + Math.Log(at - last), at);
            customers.Add(new PurchaseHistory(x, last, 40) { LogGaps = gaps });
        }

        var fit = BgCnbd.Fit(PurchaseLog.Merge(customers, customers.Sum(c => c.LogGaps)));
        Assert.Equal(2, fit.Model!.K);
        var found = Assert.IsType<Diagnosis.NoDropout>(fit.Diagnosis[0]);
        Assert.Contains("condensed nbd-2", found.Message, StringComparison.Ordinal);
        Assert.Empty(fit.StandardErrors);
    }

    [Fact]
    public void Without_the_gaps_a_given_k_is_fitted_and_its_likelihood_stated_without_them()
    {
        var h = PurchaseLog.Grocery.Histories;
        PurchaseHistories unknown = new(h.X, h.Tx, h.T, h.Weight);
        var (with, without) = (MbgCnbd.Fit(h, 3), MbgCnbd.Fit(unknown, 3));
        Assert.Equal(with.LogLikelihood!.Value - (2 * h.TotalLogGaps!.Value), without.LogLikelihood!.Value, 1e-7);
        Assert.All(with.Model!.Parameters, p => Assert.Equal(1, without.Model!.Parameters[p.Key] / p.Value, 1e-7));
    }

    [Fact]
    public void Whatever_the_data_nothing_is_NaN_and_nothing_throws()
    {
        var random = new Random(99);
        for (var i = 0; i < 25; i++)
        {
            var weird = FitTests.Weird(random);
            var gaps = 0.0;
            for (var row = 0; row < weird.Count; row++)
            {
                var (x, tx, _) = weird[row];
                gaps += x == 0 ? 0 : weird.Weight[row] * x * Math.Log(tx / x);
            }

            PurchaseHistories known = new(weird.X, weird.Tx, weird.T, weird.Weight) { TotalLogGaps = gaps };
            FitTests.Check(known, AttritionFamilies.BgCnbd.FitTo(known));
            FitTests.Check(known, AttritionFamilies.MbgCnbd.FitTo(known));
        }
    }

    // ---- refusals

    [Fact]
    public void Without_the_gaps_k_is_not_chosen()
    {
        var fit = BgCnbd.Fit(Mini.Histories);
        Assert.Null(fit.Model);
        Assert.Equal(new Diagnosis.GapsUnknown(), Assert.Single(fit.Diagnosis));
        Assert.Equal(
            new Diagnosis.NobodyRepeats(2), Assert.Single(BgCnbd.Fit(new([0, 0], [0, 0], [5, 6])).Diagnosis));
    }

    [Fact]
    public void A_k_that_is_none_is_named()
    {
        Assert.StartsWith(
            "k is 0; expected a number from 1 to 24.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new BgCnbd(new(1, 1, 1, 1), 0)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MbgCnbd.Fit(Mini.Regular, 25));
        Dictionary<string, double> p = new() { ["r"] = 1, ["alpha"] = 1, ["a"] = 1, ["b"] = 1 };
        Assert.StartsWith(
            "bg-cnbd-k needs parameter k; none was given.",
            Assert.Throws<ArgumentException>(() => AttritionFamilies.BgCnbd.With(p)).Message, StringComparison.Ordinal);
        p["k"] = 1.5;
        Assert.Throws<ArgumentOutOfRangeException>(() => AttritionFamilies.BgCnbd.With(p));
    }
}
