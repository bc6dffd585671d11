namespace Mainstay.Ledger.Import;

/// <summary>A row whose amount is not quantity × unit price.</summary>
/// <param name="RowNumber">Row of the file as a spreadsheet numbers it.</param>
/// <param name="Amount">What the file says, and what counts.</param>
/// <param name="QuantityTimesPrice">What its quantity and unit price come to.</param>
public sealed record ContradictoryAmount(long RowNumber, decimal Amount, decimal QuantityTimesPrice);
