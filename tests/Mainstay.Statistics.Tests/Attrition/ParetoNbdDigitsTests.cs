using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Every digit of Pareto/NBD: against many more digits, where others failed, and where formulas degenerate.</summary>
public sealed class ParetoNbdDigitsTests
{
    private static readonly ParetoNbd s_mini = new(new(.553, 10.578, .606, 11.669));

    // ---- agreement

    // Both forms of the paper's ₂F₁ at forty digits; parameters and history as strings of one line each.
    [Theory]
    [InlineData(.01, 1e-5, .01, 1e5, 0, 0, 10, -0.1381551054790311, 0.99999898994990013)]
    [InlineData(10.465, .00798565, 3.0516, 2.820, 400, 5, 6, 1323.1889287438494, 5.1374579883084806e-31)]
    [InlineData(10.465, .00798565, 3.0516, 2.820, 500, 1, 37, 2594.4044531656259, 0)]
    [InlineData(.55, 1e-4, .6, 1e3, 3, 2, 30, -14.286329921033136, 0.12308946703288257)]
    [InlineData(.55, 1e3, .6, 1e-4, 3, 2, 30, -25.929543925814665, 0.18469138761281786)]
    [InlineData(1e4, 1e5, .5, 9, 4, 20, 30, -12.693307678800817, 0.77852731036198389)]
    [InlineData(.5, 10, 1e4, 1e5, 4, 20, 30, -15.003549118262074, 0.20944495038337337)]
    [InlineData(.55, 10.58, .61, 11.67, 2000, 35, 38, 5553.9176258253467, 1.3430677442640417e-52)]
    [InlineData(.553, 11, .606, 11, 2, 30.43, 38.86, -9.5803059752973342, 0.86765144630400656)]
    public void Likelihood_and_p_alive_agree_with_the_hypergeometric_form_at_forty_digits(
        double r, double alpha, double s, double beta, int x, double tx, double T, double value, double pAlive)
    {
        var model = new ParetoNbd(new(r, alpha, s, beta));
        PurchaseHistory history = new(x, tx, T);
        Assert.Equal(value, model.LogLikelihood(history), 2e-13 * (1 + Math.Abs(value)) + (1e-15 * r));
        Assert.Equal(pAlive, model.PAlive(history), 2e-12 * pAlive);
        var column = new ParetoNbdLikelihood(new([x], [tx], [T]), timeScale: 1);
        double[] theta = [Math.Log(r), Math.Log(alpha), Math.Log(s), Math.Log(beta)];
        Assert.Equal(value, column.Value(theta), 2e-12 * (1 + Math.Abs(value)) + (1e-15 * r));
    }

    [Theory]
    [InlineData(.55, 10.56, .61, 11.64, 0, 39, 0.59593806959792014)]
    [InlineData(5, 1, .61, 11.64, 300, 39, 0.00077925057187604113)]
    [InlineData(1e4, 1e4, 2, 10, 60, 39, 1.8428785280200129e-5)]
    [InlineData(.5, .001, .7, 5, 20, 39, 0.0020233726989960455)]
    [InlineData(.5, 20, .7, .01, 2, 39, 0.00081141217003605335)]
    [InlineData(1e4, 20, .5, 1e3, 1000, 39, 9.9710361833806802e-7)]
    public void The_pmf_agrees_with_quadrature_at_forty_digits(
        double r, double alpha, double s, double beta, int x, double t, double mpmath)
    {
        var model = new ParetoNbd(new(r, alpha, s, beta));
        Assert.Equal(1, model.Pmf(x, t) / mpmath, 1e-10);
        Assert.Equal(1, model.ExpectedFrequencies(new([0], [0], [t]), x + 1)[x] / mpmath, 1e-10);
    }

    [Theory]
    [InlineData(40, 5, 6, 1.885128e-3)]
    [InlineData(50, 1, 37, 1.417e-96)]
    [InlineData(50, 4, 37, 6.733e-60)]
    public void P_alive_is_finite_where_lifetimes_once_overflowed(int x, double tx, double T, double domain) =>
        Assert.Equal(1, new ParetoNbd(new(10.465, .00798565, 3.0516, 2.820)).PAlive(new(x, tx, T)) / domain, 1e-3);

    [Theory]
    [InlineData(221, 103.42857, 103.57143, .99959605)]
    [InlineData(254, 97.14286, 97.28571, .99955823)]
    [InlineData(161, 94.71429, 98, .74948775)]
    [InlineData(204, 98.57143, 99.42857, .99425508)]
    public void P_alive_is_finite_where_CLVTools_once_underflowed(int x, double tx, double T, double domain) =>
        Assert.Equal(domain, new ParetoNbd(new(.5143, 2.8845, .2856, 14.1087)).PAlive(new(x, tx, T)), 5.1e-9);

    [Theory]
    [InlineData(132, 6.2060517889632418)]
    [InlineData(133, 6.2528722475748113)]
    public void Frequent_buyers_are_valued_as_lifetimes_values_them(int x, double expected) => Assert.Equal(
        expected, new ParetoNbd(new(.55, 10.58, .61, 11.67)).ExpectedPurchases(new PurchaseHistory(x, 200, 200), 10), 1e-12);

    [Fact]
    public void Several_parameter_vectors_at_once_give_what_each_gives_alone()
    {
        var likelihood = new ParetoNbdLikelihood(PurchaseLog.Cdnow.Histories, timeScale: .25);
        foreach (var count in Enumerable.Range(1, 9))
        {
            double[] thetas = [.. Enumerable.Range(0, count * 4).Select(i => Math.Sin(i))];
            var values = new double[count];
            likelihood.Values(thetas, values);
            for (var i = 0; i < count; i++)
            {
                var theta = thetas.AsSpan(i * 4, 4);
                var alone = likelihood.Evaluate(theta, new double[4], new double[16]);
                Assert.Equal(alone, values[i], 1e-13 * Math.Abs(alone));
            }
        }
    }

    [Theory]
    [InlineData(.1)]
    [InlineData(1.5)]
    public void Thousands_of_parameter_vectors_give_what_each_gives_alone(double spread)
    {
        // As a posterior has them, close together, and as far apart as its outermost draws.
        var likelihood = new ParetoNbdLikelihood(PurchaseLog.Grocery.Histories, timeScale: .12);
        var random = new Random(21);
        double[] mode = [-.24, -.4, -.95, -.4];
        double[] thetas = [.. Enumerable.Range(0, 2000).Select(
            i => mode[i % 4] + (spread * ((2 * random.NextDouble()) - 1)))];
        var values = new double[500];
        likelihood.Values(thetas, values);
        for (var i = 0; i < values.Length; i += 7)
        {
            var alone = likelihood.Evaluate(thetas.AsSpan(i * 4, 4), new double[4], new double[16]);
            Assert.Equal(alone, values[i], 1e-13 * Math.Abs(alone));
        }
    }

    [Fact]
    public void Columns_give_single_customers_to_the_last_digits_however_often_they_buy()
    {
        // Gaps of one, of a few and of many in x, so that the table walks and starts anew.
        double[] x = [0, 1, 2, 3, 5, 9, 17, 18, 40, 41, 300, 301, 302, 2000];
        double[] tx = [.. x.Select((f, i) => f == 0 ? 0 : 30 - (i % 3))];
        PurchaseHistories columns = new(x, tx, [.. x.Select((_, i) => 31.0 + (i % 2))]);
        foreach (var model in new[] { s_mini, new ParetoNbd(new(10.465, .00798565, 3.0516, 2.820)) })
        {
            var alive = new double[x.Length];
            model.PAlive(columns, alive);
            Assert.All(alive, (p, i) => Assert.Equal(model.PAlive(columns[i]), p, 1e-13));
        }
    }

    // ---- degenerate

    [Fact]
    public void At_alpha_equal_to_beta_nothing_happens()
    {
        double[] values = [.. new[] { 11 - 1e-7, 11, 11 + 1e-7 }.Select(
            beta => new ParetoNbd(new(.553, 11, .606, beta)).LogLikelihood(new PurchaseHistory(2, 30.43, 38.86)))];
        Assert.Equal(-9.5803059753, values[1], 5.1e-11);
        Assert.Equal(values[1], (values[0] + values[2]) / 2, 1e-13);
        Assert.Equal(-.5014633917, new ParetoNbd(new(.553, 11, .606, 11)).LogLikelihood(default(PurchaseHistory) with { T = 38.86 }), 1e-6);
    }

    [Fact]
    public void At_s_equal_to_one_the_expectation_is_its_limit()
    {
        PurchaseHistory customer = new(2, 30.43, 38.86);
        var one = new ParetoNbd(new(.553, 10.578, 1, 11.669));
        var limit = 2.553 * (11.669 + 38.86) / (10.578 + 38.86) * Math.Log(1 + (39 / (11.669 + 38.86)));
        Assert.Equal(limit * one.PAlive(customer), one.ExpectedPurchases(customer, 39), 1e-13);
        foreach (var near in new[] { 1 - 1e-9, 1 + 1e-9, 1 + 1e-13 })
        {
            var model = new ParetoNbd(new(.553, 10.578, near, 11.669));
            Assert.Equal(limit, model.ExpectedPurchases(customer, 39) / model.PAlive(customer), 2e-9);
        }
    }

    [Fact]
    public void Without_discount_residual_purchases_are_finite_only_above_s_equal_to_one()
    {
        PurchaseHistory customer = new(2, 30.43, 38.86);
        Assert.Equal(double.PositiveInfinity, s_mini.DiscountedExpectedResidualPurchases(customer, 0));
        var leaving = new ParetoNbd(new(.553, 10.578, 2, 11.669));
        var all = leaving.DiscountedExpectedResidualPurchases(customer, 0);
        Assert.Equal(2.553 / 49.438 * 50.529 * leaving.PAlive(customer), all, 1e-12);
        Assert.Equal(1, leaving.DiscountedExpectedResidualPurchases(customer, 1e-13) / all, 1e-9);
    }

    [Fact]
    public void Who_has_just_bought_is_alive()
    {
        Assert.Equal(1, s_mini.PAlive(new PurchaseHistory(3, 20, 20)));
        Assert.Equal(1, s_mini.PAlive(default));
        Assert.InRange(s_mini.PAlive(new PurchaseHistory(3, 20, 20.0001)), .99999, 1);
    }

    [Fact]
    public void Where_hardly_anybody_leaves_it_is_the_NBD()
    {
        var (pareto, nbd) = (new ParetoNbd(new(.55, 10, 1e-5, 1e5)), new Nbd(new(.55, 10)));
        PurchaseHistory customer = new(3, 10, 30);
        Assert.Equal(nbd.LogLikelihood(customer), pareto.LogLikelihood(customer), 1e-7);
        Assert.Equal(nbd.ExpectedPurchases(customer, 52), pareto.ExpectedPurchases(customer, 52), 1e-7);
        Assert.Equal(nbd.Pmf(2, 30), pareto.Pmf(2, 30), 1e-7);
    }
}
