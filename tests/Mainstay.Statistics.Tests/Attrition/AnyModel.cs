using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>What is asked in the same words of every attrition model: drawn customers, columns, the histogram.</summary>
internal static class AnyModel
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithReplay(20260721, 12345);

    private delegate void Fill(Span<double> destination);

    /// <summary>A parameter, from 0.03 to 33.</summary>
    public static Gen<double> Letter { get; } = Gen.Choose(-700, 700).Select(n => Math.Exp(n / 200.0));

    /// <summary>Checks drawn models against drawn customers, few of whom buy very often, and drawn horizons.</summary>
    public static void ForAll<TModel>(
        Gen<TModel> models, int tests, Func<TModel, PurchaseHistory, double, bool> holds)
    {
        var cases =
            from model in models
            from x in Gen.Frequency((3, Gen.Choose(0, 5)), (1, Gen.Choose(6, 2000)))
            from T in Gen.Choose(1, 1100)
            from silent in Gen.Choose(0, 100)
            from t in Gen.Choose(1, 500)
            let tx = x == 0 ? 0 : T / 7.0 * (1 - (silent / 101.0))
            let gaps = x == 0 ? 0 : x * Math.Log(tx / x)
            select (Model: model, History: new PurchaseHistory(x, tx, T / 7.0) { LogGaps = gaps }, Horizon: t / 7.0);
        Prop.ForAll(cases.ToArbitrary(), c => holds(c.Model, c.History, c.Horizon)).Check(s_config.WithMaxTest(tests));
    }

    public static bool Close(double expected, double actual, double relative) =>
        Math.Abs(expected - actual) <= (relative * Math.Max(Math.Abs(expected), Math.Abs(actual))) + 1e-290;

    /// <summary>Columns of every length from 0 to 40 give what single customers give.</summary>
    public static void CheckColumns(params ReadOnlySpan<ILatentAttrition> models)
    {
        var random = new Random(5);
        foreach (var length in Enumerable.Range(0, 41))
        {
            var x = Enumerable.Range(0, length).Select(_ => (double)random.Next(0, 6)).ToArray();
            var T = x.Select(_ => (double)random.Next(1, 50)).ToArray();
            var tx = x.Select((f, i) => f == 0 ? 0 : T[i] * (1 + random.Next(0, 4)) / 4).ToArray();
            PurchaseHistories columns = new(x, tx, T);
            foreach (var model in models)
            {
                AssertSame(columns, d => model.PAlive(columns, d), h => model.PAlive(h));
                AssertSame(columns, d => model.PAliveAfter(columns, 9, d), h => model.PAliveAfter(h, 9));
                AssertSame(columns, d => model.ExpectedPurchases(columns, 52, d), h => model.ExpectedPurchases(h, 52));
                AssertSame(
                    columns, d => model.DiscountedExpectedResidualPurchases(columns, .0018, d),
                    h => model.DiscountedExpectedResidualPurchases(h, .0018));
            }
        }
    }

    /// <summary>The histogram is the pmf at each customer's own time, and adds up to all of them.</summary>
    public static void CheckHistogram(params ReadOnlySpan<ILatentAttrition> models)
    {
        var histories = Mini.Histories;
        foreach (var model in models)
        {
            var expected = model.ExpectedFrequencies(histories, 5);
            for (var x = 0; x < 5; x++)
            {
                var direct = 0.0;
                for (var row = 0; row < histories.Count; row++)
                    direct += histories.Weight[row] * model.Pmf(x, histories.T[row]);
                Assert.Equal(direct, expected[x], 1e-12);
            }

            Assert.Equal(histories.TotalWeight, expected.Sum(), 1e-12);
        }
    }

    private static void AssertSame(PurchaseHistories columns, Fill fill, Func<PurchaseHistory, double> single)
    {
        var actual = new double[columns.Count];
        fill(actual);
        Assert.All(actual, (value, i) => Assert.Equal(single(columns[i]), value, 1e-13 * (1 + value)));
    }
}
