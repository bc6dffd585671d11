namespace Mainstay.Ledger.Import.Commit;

/// <summary>A row that was understood and still cannot be taken in.</summary>
/// <param name="RowNumber">Row of the file.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record RefusedRow(long RowNumber, string Reason);
