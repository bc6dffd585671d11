namespace Mainstay.Ledger.Import;

/// <summary>Takes one row of a file; the row lives until the visitor returns.</summary>
public delegate void ColumnRowVisitor(ColumnRow row);
