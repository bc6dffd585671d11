namespace Mainstay.Cli.Modelling;

/// <summary>So many equal observations.</summary>
/// <param name="Time">How long.</param>
/// <param name="Cause">0 for not yet, else the cause from 1.</param>
/// <param name="Entry">How long it had lasted when observation began; 0 for seen from the start.</param>
/// <param name="Count">How many.</param>
internal readonly record struct ObservedDuration(double Time, int Cause, double Entry, long Count);
