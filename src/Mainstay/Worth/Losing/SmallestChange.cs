namespace Mainstay.Worth.Losing;

/// <summary>The smallest single change that brings a customer to zero.</summary>
/// <param name="Change">reprice, or less of a cause.</param>
/// <param name="Fraction">By how much: of prices upwards, or of the cause's cost downwards.</param>
public sealed record SmallestChange(string Change, double Fraction);
