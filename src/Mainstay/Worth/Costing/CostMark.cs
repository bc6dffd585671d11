namespace Mainstay.Worth.Costing;

/// <summary>What a cost rests on, best first; a figure carries the worst mark among its inputs.</summary>
public static class CostMark
{
    public const string Measured = "measured";
    public const string TimeStudy = "time_study";
    public const string Estimated = "estimated";
    public const string Default = "default";

    /// <summary>Every mark, best first.</summary>
    public static IReadOnlyList<string> All { get; } = [Measured, TimeStudy, Estimated, Default];

    /// <summary>How bad: 0 measured … 3 default.</summary>
    public static int Rank(string mark) => mark switch
    {
        Measured => 0,
        TimeStudy => 1,
        Default => 3,
        _ => 2,
    };

    /// <summary>The worse of two.</summary>
    public static string Worse(string one, string other) => Rank(one) >= Rank(other) ? one : other;

    /// <summary>True for a figure that a quarter more or less could still be true of.</summary>
    public static bool IsEstimate(string mark) => Rank(mark) >= 2;
}
