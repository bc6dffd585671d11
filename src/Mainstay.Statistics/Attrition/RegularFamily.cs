using System.Globalization;
using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>BG/CNBD-k (s = 0) and MBG/CNBD-k (s = 1) for a given k: what is left to fit is r, α, a and b.</summary>
internal sealed class RegularFamily : AttritionFamily
{
    private readonly int s;
    private readonly int k;

    public RegularFamily(string name, int coinsAfterFirst, int k)
        : base(name, "r", "alpha", "a", "b")
    {
        Require.Between(k, 1, BetaGeometricCnbd.LargestK);
        (s, this.k) = (coinsAfterFirst, k);
    }

    internal override ILatentAttrition Create(ReadOnlySpan<double> p)
    {
        var parameters = new BetaGeometricParameters(p[0], p[1], p[2], p[3]);
        return s == 0 ? new BgCnbd(parameters, k) : new MbgCnbd(parameters, k);
    }

    internal override ILogLikelihood Likelihood(PurchaseHistories histories, double timeScale) =>
        new BetaGeometricCnbdLikelihood(histories, s, k, timeScale);

    internal override ILogLikelihood WithoutDropout(PurchaseHistories histories, double timeScale) =>
        new CondensedNbdLikelihood(histories, k, timeScale);

    internal override Diagnosis NoDropout(double gain) => k == 1
        ? new Diagnosis.NoDropout(gain)
        : new Diagnosis.NoDropout(gain, string.Create(CultureInfo.InvariantCulture, $"condensed nbd-{k}"));

    /// <summary>The starts of BG/NBD, with stages k times as fast as purchases.</summary>
    internal override IReadOnlyList<double[]> Starts(double meanGap) => BetaGeometricFamily.Starting(meanGap / k);

    internal override bool IsTime(int parameter) => parameter == 1;

    internal override IEnumerable<Diagnosis> Degenerate(IReadOnlyList<double> p, bool noDropout) =>
        BetaGeometricFamily.Alikeness(p, noDropout);
}
