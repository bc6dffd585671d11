using Mainstay.Worth.Costing;

namespace Mainstay.Cli.Worth;

/// <summary>What a cost rests on, for eyes.</summary>
internal static class Marks
{
    /// <summary>Before a figure that rests on an estimate.</summary>
    public static string About(string mark) => CostMark.IsEstimate(mark) ? "≈ " : "";

    public static string Words(string mark) => mark switch
    {
        CostMark.TimeStudy => "time study",
        CostMark.Default => "our default",
        _ => mark,
    };

    /// <summary>What a whole answer rests on, at worst, as a sentence.</summary>
    public static string Sentence(string mark) => mark switch
    {
        CostMark.Measured => "Every cost is measured.",
        CostMark.TimeStudy => "Costs are measured, or rest on time studies.",
        CostMark.Default => "≈ rests on rates of ours where you gave none: mainstay worth costs says which.",
        _ => "≈ rests on estimates of yours where nothing is measured: mainstay worth costs says which.",
    };
}
