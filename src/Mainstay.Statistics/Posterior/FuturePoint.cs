using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Spend;

namespace Mainstay.Statistics.Posterior;

/// <summary>One posterior point: the models as they would be if these parameters were the true ones.</summary>
/// <param name="Model">Of repeat buying.</param>
/// <param name="Spend">Of spend per purchase; null to count purchases.</param>
/// <param name="Reference">The spend model at the posterior's mode, which prices the interval in money.</param>
internal readonly record struct FuturePoint(ILatentAttrition Model, GammaGamma? Spend, GammaGamma? Reference)
{
    /// <summary>How much more this point expects a typical customer of frequency x to spend than the reference.</summary>
    public double SpendRatio(double x)
    {
        if (Spend is null || Reference is null)
            return 1;
        var typical = Reference.PopulationMean;
        return Spend.ExpectedMeanSpend(x, typical) / Reference.ExpectedMeanSpend(x, typical);
    }
}
