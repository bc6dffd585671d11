namespace Mainstay.Ledger.Import;

/// <summary>What equal rows of a file of durations say, as it stands there; empty for an empty cell.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Event">What ended it.</param>
/// <param name="Entry">How long it had lasted when observation began.</param>
/// <param name="Group">Which group.</param>
/// <param name="Count">How many rows say so.</param>
/// <param name="FirstRow">The first of them, as a spreadsheet numbers it.</param>
public sealed record DurationRow(
    string Duration, string Event, string Entry, string Group, long Count, long FirstRow);
