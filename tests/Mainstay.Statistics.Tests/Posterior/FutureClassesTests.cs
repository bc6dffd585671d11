using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Posterior;

public sealed class FutureClassesTests
{
    [Fact]
    public void However_many_customers_some_hundred_classes_lie_near_all_of_them()
    {
        var random = new Random(1);
        var T = Enumerable.Range(0, 50_000).Select(_ => (1 + random.Next(2000)) / 7.0).ToArray();
        var x = T.Select(_ => Math.Floor(Math.Exp(8 * random.NextDouble())) - 1).ToArray();
        PurchaseHistories histories = new(x, [.. x.Select((n, i) => n == 0 ? 0 : T[i] / 2)], T);
        var classes = new FutureClasses(histories);
        var all = new HashSet<PurchaseHistory>();
        for (var row = 0; row < histories.Count; row++)
        {
            var representative = classes[row];
            all.Add(representative);
            if (x[row] <= 8)
                Assert.Equal(x[row], representative.X);
            else
                Assert.InRange(representative.X / x[row], 1 / 1.16, 1.16);
            Assert.InRange((representative.T + 15) / (T[row] + 15), 1 / 1.2, 1.2);
        }

        Assert.InRange(all.Count, 100, 1000);
    }

    [Fact]
    public void One_customer_is_a_class_even_without_time()
    {
        Assert.Equal(new(0, 0, 0), new FutureClasses(new([0], [0], [0]))[0]);
        Assert.Equal(new(3, 7.5, 10), new FutureClasses(new([3], [2], [10]))[0]);
    }

    [Fact]
    public void A_quantile_and_a_probability_undo_each_other()
    {
        FuturePoint[] points = [new(new BgNbd(new(.243, 4.414, .793, 2.426)), null, null), new(new Nbd(new(.4, 10)), null, null)];
        var future = AliveFuture.Simulate(points, new(4, 20, 31), new() { Delta = .01, Horizon = 100 });
        Assert.Equal(future.Values.Order(), future.Values);
        Assert.Equal(future.Values.Average(), future.Mean, 1e-12);
        Assert.Equal(future.Values.Average(value => value * value), future.MeanSquare, 1e-9);
        double[] pAlive = [.8, .3];
        Assert.Equal(0, future.Quantile(pAlive, .44));
        foreach (var share in new[] { .7, .8, .95, .99 })
            Assert.Equal(share, future.Probability(pAlive, future.Quantile(pAlive, share)), .002);
        Assert.Equal(1, future.Probability(pAlive, double.MaxValue), 1e-12);
        Assert.Equal(future.Values[^1], future.Quantile(pAlive, 1), 1e-9);
    }

    [Fact]
    public void The_mean_of_the_draws_is_the_models_own()
    {
        var model = new BgNbd(new(.243, 4.414, .793, 2.426));
        PurchaseHistory history = new(4, 20, 31);
        FutureOptions options = new() { Delta = .01, Horizon = 52, Draws = 40_000 };
        var future = AliveFuture.Simulate([new(model, null, null)], history, options);
        var error = Math.Sqrt((future.MeanSquare - (future.Mean * future.Mean)) / 40_000);
        Assert.Equal(options.IfAlive(model, history), future.Mean, 4.5 * error);
        Assert.Equal(
            model.DiscountedExpectedPurchases(history, 52, .01) / model.PAlive(history), options.IfAlive(model, history), 1e-12);
    }

    [Fact]
    public void The_whole_future_is_priced_by_the_closed_form_and_a_part_of_it_by_the_integral()
    {
        var (model, expected) = (new BgNbd(new(.243, 4.414, .793, 2.426)), new double[Mini.Histories.Count]);
        FutureOptions.Residual(.0018).Expected(model, Mini.Histories, expected);
        Mini.Equal(expected, h => model.DiscountedExpectedResidualPurchases(h, .0018), 1e-12);
        new FutureOptions { Delta = .0018, Horizon = 52 }.Expected(model, Mini.Histories, expected);
        Mini.Equal(expected, h => model.DiscountedExpectedPurchases(h, 52, .0018), 1e-12);
        new FutureOptions { Delta = 0, Horizon = 52 }.Expected(model, Mini.Histories, expected);
        Mini.Equal(expected, h => model.ExpectedPurchases(h, 52), 1e-12);
        Assert.Equal(6.9 / .0018, FutureOptions.Residual(.0018).Horizon, 1e-9);
    }
}
