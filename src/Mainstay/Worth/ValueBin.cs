namespace Mainstay.Worth;

/// <summary>Customers whose residual value lies in [<paramref name="From"/>, <paramref name="To"/>).</summary>
/// <param name="From">Lower bound, in money.</param>
/// <param name="To">Upper bound; null in the last, open bin.</param>
/// <param name="Customers">Customers in it.</param>
/// <param name="Value">Their residual value together.</param>
public sealed record ValueBin(decimal From, decimal? To, long Customers, decimal Value);
