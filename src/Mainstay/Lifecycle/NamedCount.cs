namespace Mainstay.Lifecycle;

/// <summary>Customers in one stage or state.</summary>
public sealed record NamedCount(string Name, long Customers);
