using FsCheck;
using FsCheck.Fluent;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>Models of regular buying and customers for them: some fixed, many drawn.</summary>
internal static class RegularCases
{
    public static IEnumerable<BetaGeometricCnbd> Some() =>
    [
        new BgCnbd(new(.36, 1.13, .52, 2.79), 2), new MbgCnbd(new(1.33, 2.81, .42, .79), 2),
        new MbgCnbd(new(1.2, .9, .9, 1.1), 7),
    ];

    public static void ForAll(int tests, Func<BetaGeometricCnbd, PurchaseHistory, double, bool> holds) => AnyModel.ForAll(
        from coin in Gen.Choose(0, 1)
        from k in Gen.Choose(1, 12)
        from r in AnyModel.Letter
        from alpha in AnyModel.Letter
        from a in AnyModel.Letter
        from b in AnyModel.Letter
        let p = new BetaGeometricParameters(r, alpha, a, b)
        select coin == 0 ? (BetaGeometricCnbd)new BgCnbd(p, k) : new MbgCnbd(p, k), tests, holds);

    public static BetaGeometricParameters Parameters(BetaGeometricCnbd model)
    {
        var p = model.Parameters;
        return new(p["r"], p["alpha"], p["a"], p["b"]);
    }
}
