namespace Mainstay.Worth.Ladder;

/// <summary>One step of the ladder.</summary>
/// <param name="Name">A name of <see cref="LadderStep"/>.</param>
/// <param name="Amount">What is left at this step.</param>
public sealed record LadderAmount(string Name, decimal Amount);
