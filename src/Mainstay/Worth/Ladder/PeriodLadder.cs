namespace Mainstay.Worth.Ladder;

/// <summary>The company's ladder of one period.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; as-of in the period that still runs.</param>
/// <param name="Complete">False for the period that still runs.</param>
/// <param name="Steps">What is left at each step.</param>
public sealed record PeriodLadder(
    DateOnly From, DateOnly Until, bool Complete, IReadOnlyList<LadderAmount> Steps);
