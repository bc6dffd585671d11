namespace Mainstay.Ledger.Import;

/// <summary>A row that could not be understood.</summary>
/// <param name="RowNumber">Row of the file as a spreadsheet numbers it: the header is row 1.</param>
/// <param name="Reason">Column, what was found, what was expected, what to do.</param>
/// <param name="Original">The row as it stood in the file.</param>
public sealed record RejectedRow(long RowNumber, string Reason, string Original);
