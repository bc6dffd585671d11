namespace Mainstay.Ledger.Import;

/// <summary>What a file is made of, told by its first bytes and never by its name.</summary>
internal enum FileFormat
{
    Delimited,
    JsonLines,
    Parquet,
    Spreadsheet,
}
