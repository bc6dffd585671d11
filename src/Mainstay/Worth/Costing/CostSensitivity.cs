namespace Mainstay.Worth.Costing;

/// <summary>What cost to serve would be if every estimated or default input were off by a quarter.</summary>
/// <param name="Change">The fraction tried: 0.25.</param>
/// <param name="Cost">Cost to serve as computed.</param>
/// <param name="EstimatedCost">The part of it that rests on estimated or default inputs.</param>
/// <param name="Low">Cost with those a quarter lower.</param>
/// <param name="High">Cost with those a quarter higher.</param>
public sealed record CostSensitivity(
    decimal Change, decimal Cost, decimal EstimatedCost, decimal Low, decimal High)
{
    /// <summary>How far off an estimated input is tried: a quarter either way.</summary>
    public const decimal Quarter = 0.25m;
}
