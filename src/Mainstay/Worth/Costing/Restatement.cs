namespace Mainstay.Worth.Costing;

/// <summary>Something estimated first and known later: what it was, what it is.</summary>
/// <param name="What">In words: cost of goods, a pool, an activity.</param>
/// <param name="Count">Order lines or activities restated.</param>
/// <param name="Estimated">The amount as estimated.</param>
/// <param name="Known">The amount now.</param>
/// <param name="Difference">Known − estimated.</param>
public sealed record Restatement(string What, long Count, decimal Estimated, decimal Known, decimal Difference);
