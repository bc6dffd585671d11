using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>Pareto/NBD: customers buy at their own rates and leave at any moment.</summary>
internal sealed class ParetoNbdFamily() : AttritionFamily("pareto-nbd", "r", "alpha", "s", "beta")
{
    private static readonly CovariateLink[] s_links =
        [new(1, -1, "purchase"), new(3, -1, "dropout")];

    internal override ILatentAttrition Create(ReadOnlySpan<double> p) => new ParetoNbd(new(p[0], p[1], p[2], p[3]));

    internal override ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale) =>
        new ParetoNbdLikelihood(histories, timeScale);

    internal override ILogLikelihood WithoutDropout(PurchaseHistories histories, double timeScale) =>
        new NbdLikelihood(histories, timeScale);

    /// <summary>From unequal customers who leave within the time observed to alike ones who hardly leave.</summary>
    internal override IReadOnlyList<double[]> Starts(double meanGap)
    {
        double[] Start(double r, double s, double beta) =>
            [Log(r), Clamp(Log(r * meanGap), -NewtonAscent.Edge, NewtonAscent.Edge), Log(s), Log(beta)];
        return [Start(0.5, 0.6, 3), Start(1, 1, 10), Start(2, 0.2, 10)];
    }

    internal override bool IsTime(int parameter) => parameter is 1 or 3;

    internal override IReadOnlyList<CovariateLink> Links => s_links;

    internal override IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout)
    {
        if (p[0] > Alike)
            yield return new Diagnosis.SameRateForAll();
        if (p[2] > Alike && !noDropout)
            yield return new Diagnosis.SameLifetimeForAll();
    }
}
