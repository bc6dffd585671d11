namespace Mainstay.Ledger.Import.Facts;

/// <summary>One of the first rows of a file of facts, as it stands there, under the fields it was read for.</summary>
/// <param name="RowNumber">Row of the file as a spreadsheet numbers it.</param>
/// <param name="Values">What stands under each mapped field, in their order; null for an empty cell.</param>
public sealed record FactPreview(long RowNumber, IReadOnlyList<string?> Values);
