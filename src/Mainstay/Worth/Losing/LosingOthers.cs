namespace Mainstay.Worth.Losing;

/// <summary>People who cost money and never became customers.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Contribution">What they contribute together: 0, or a negative amount.</param>
public sealed record LosingOthers(long Customers, decimal Contribution);
