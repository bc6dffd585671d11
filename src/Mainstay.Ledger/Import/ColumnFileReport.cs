namespace Mainstay.Ledger.Import;

/// <summary>What reading the columns of a file came to.</summary>
/// <param name="RowsRead">Rows below the header, faulty ones included.</param>
/// <param name="Faults">Rows that are no rows of the table: broken quotes, more cells than the header has.</param>
/// <param name="FirstFaults">The first of them.</param>
/// <param name="DecimalComma">True where the file writes <c>1,5</c>.</param>
public sealed record ColumnFileReport(
    long RowsRead, long Faults, IReadOnlyList<RejectedRow> FirstFaults, bool DecimalComma);
