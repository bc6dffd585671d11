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
        CostMark.Default => "≈ rests on defaults of ours, such as the margin rate, where you gave none; mainstay "
            + "worth costs lists those of service.",
        _ => "≈ rests on estimates where nothing is measured; mainstay worth costs lists those of service.",
    };
}
