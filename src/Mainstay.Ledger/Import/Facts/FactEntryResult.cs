using Mainstay.Ledger.Import.Commit;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>What became of a fact entered by hand.</summary>
/// <param name="Report">Its import; null where it could not be taken in.</param>
/// <param name="Faults">What is wrong, by field; under the empty name what is wrong with the whole.</param>
public sealed record FactEntryResult(ImportReport? Report, IReadOnlyDictionary<string, string> Faults);
