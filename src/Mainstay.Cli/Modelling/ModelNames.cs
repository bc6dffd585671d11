using Mainstay.Statistics.Attrition;
using Mainstay.Worth;

namespace Mainstay.Cli.Modelling;

/// <summary>What the models are called on the command line.</summary>
internal static class ModelNames
{
    public const string Auto = AnalysisRequest.Auto;

    public const string BgBb = "bg-bb";

    public const string Sbg = "sbg";

    public const string Bdw = "bdw";

    public const string GammaGamma = "gamma-gamma";

    /// <summary>Every model that can be fitted.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. AttritionFamilies.All.Select(family => family.Name), BgBb, Sbg, Bdw, GammaGamma];
}
