namespace Mainstay.Lifecycle;

/// <summary>Customers by month of first purchase.</summary>
/// <param name="Month">First day of that month.</param>
/// <param name="Size">Customers.</param>
/// <param name="Active">Share active in month 0, 1, 2 … after the first; months not over at as-of are left out.</param>
public sealed record Cohort(DateOnly Month, long Size, IReadOnlyList<double> Active);
