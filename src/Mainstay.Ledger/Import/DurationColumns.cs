namespace Mainstay.Ledger.Import;

/// <summary>Where a file of durations holds what; null for what it does not hold.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Event">What ended it.</param>
/// <param name="Entry">How long it had lasted when observation began.</param>
/// <param name="Group">Which group.</param>
public sealed record DurationColumns(
    AskedColumn Duration, AskedColumn Event, AskedColumn? Entry = null, AskedColumn? Group = null);
