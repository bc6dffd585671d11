namespace Mainstay.Worth;

/// <summary>
/// The sum of customers against the ledger. <see cref="LedgerTotal"/> is taken by another path than the sum of
/// customers; a <see cref="Difference"/> other than 0 is a bug, and no report is written.
/// </summary>
public sealed record Reconciliation(
    string Measure, string Currency, decimal LedgerTotal, decimal CustomerTotal, decimal UnassignedTotal,
    decimal Difference);
