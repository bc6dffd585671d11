namespace Mainstay.Worth;

/// <summary>Part of a list of customers.</summary>
/// <param name="Total">Customers that match, on all pages.</param>
/// <param name="Customers">Those of this page.</param>
public sealed record CustomerPage(long Total, IReadOnlyList<CustomerWorth> Customers);
