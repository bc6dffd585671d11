namespace Mainstay.Ledger.Import;

/// <summary>How far a file has been read.</summary>
/// <param name="BytesRead">Bytes of the file behind us.</param>
/// <param name="BytesTotal">Bytes of the file.</param>
/// <param name="Rows">Rows behind us.</param>
public sealed record ImportProgress(long BytesRead, long BytesTotal, long Rows);
