using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>NBD: two parameters and nobody leaves.</summary>
internal sealed class NbdFamily() : AttritionFamily("nbd", "r", "alpha")
{
    private static readonly CovariateLink[] s_links =
        [new(1, -1, "purchase")];

    internal override ILatentAttrition Create(ReadOnlySpan<double> p) => new Nbd(new(p[0], p[1]));

    internal override ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale) =>
        new NbdLikelihood(histories, timeScale);

    internal override IReadOnlyList<double[]> Starts(double meanGap)
    {
        double[] Start(double r) => [Log(r), Clamp(Log(r * meanGap), -NewtonAscent.Edge, NewtonAscent.Edge)];
        return [Start(0.3), Start(1), Start(5)];
    }

    internal override bool IsTime(int parameter) => parameter == 1;

    internal override IReadOnlyList<CovariateLink> Links => s_links;

    internal override IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout)
    {
        if (p[0] > Alike)
            yield return new Diagnosis.SameRateForAll();
    }
}
