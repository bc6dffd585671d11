namespace Mainstay.Ledger.Import.Commit;

/// <summary>How many rows a table has.</summary>
internal sealed record TableCount(string TableName, long RowCount);
