using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Models of regular buying and customers for them: some fixed, many drawn.</summary>
internal static class RegularCases
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithReplay(20260721, 12345);

    public static IEnumerable<BetaGeometricCnbd> Some() =>
    [
        new BgCnbd(new(.36, 1.13, .52, 2.79), 2), new MbgCnbd(new(1.33, 2.81, .42, .79), 2),
        new MbgCnbd(new(1.2, .9, .9, 1.1), 7),
    ];

    public static void ForAll(int tests, Func<BetaGeometricCnbd, PurchaseHistory, double, bool> holds)
    {
        var letter = Gen.Choose(-700, 700).Select(n => Math.Exp(n / 200.0));
        var models =
            from coin in Gen.Choose(0, 1)
            from k in Gen.Choose(1, 12)
            from r in letter
            from alpha in letter
            from a in letter
            from b in letter
            let p = new BetaGeometricParameters(r, alpha, a, b)
            select coin == 0 ? (BetaGeometricCnbd)new BgCnbd(p, k) : new MbgCnbd(p, k);
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

    public static BetaGeometricParameters Parameters(BetaGeometricCnbd model)
    {
        var p = model.Parameters;
        return new(p["r"], p["alpha"], p["a"], p["b"]);
    }

    public static bool Close(double expected, double actual, double relative) =>
        Math.Abs(expected - actual) <= (relative * Math.Max(Math.Abs(expected), Math.Abs(actual))) + 1e-290;
}
