using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>BG/NBD and MBG/NBD, by their one difference: the coins thrown after the first purchase.</summary>
internal sealed class BetaGeometricFamily(string name, int coinsAfterFirst)
    : AttritionFamily(name, "r", "alpha", "a", "b")
{
    private static readonly CovariateLink[] s_links =
        [new(1, -1, "purchase"), new(2, 1, "dropout"), new(3, 1, "dropout")];

    internal override ILatentAttrition Create(ReadOnlySpan<double> p)
    {
        var parameters = new BetaGeometricParameters(p[0], p[1], p[2], p[3]);
        return coinsAfterFirst == 0 ? new BgNbd(parameters) : new MbgNbd(parameters);
    }

    internal override ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale) =>
        new BetaGeometricLikelihood(histories, coinsAfterFirst, timeScale);

    internal override ILogLikelihood WithoutDropout(PurchaseHistories histories, double timeScale) =>
        new NbdLikelihood(histories, timeScale);

    internal override IReadOnlyList<double[]> Starts(double meanGap) => Starting(meanGap);

    internal override bool IsTime(int parameter) => parameter == 1;

    internal override IReadOnlyList<CovariateLink> Links => s_links;

    internal override IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout) =>
        Alikeness(p, noDropout);

    /// <summary>From unequal customers who leave at a few purchases to alike ones who hardly leave.</summary>
    internal static IReadOnlyList<double[]> Starting(double meanGap)
    {
        double[] Start(double r, double a, double b) =>
            [Log(r), Clamp(Log(r * meanGap), -NewtonAscent.Edge, NewtonAscent.Edge), Log(a), Log(b)];
        return [Start(0.3, 0.7, 2.5), Start(1, 1, 1), Start(2, 0.1, 5)];
    }

    /// <summary>Names what the customers do not differ in.</summary>
    internal static IEnumerable<Diagnosis> Alikeness(IReadOnlyList<double> p, bool noDropout)
    {
        if (p[0] > Alike)
            yield return new Diagnosis.SameRateForAll();
        if (p[2] + p[3] > Alike && !noDropout)
            yield return new Diagnosis.SameDropoutForAll();
    }
}
