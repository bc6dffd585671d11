namespace Mainstay.Worth;

/// <summary>A finished analysis of the ledger: its document, and by <see cref="Id"/> one row per customer.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="LedgerVersion">The ledger it saw.</param>
/// <param name="AsOf">Last day seen.</param>
/// <param name="SettingsHash">Fingerprint of settings and model.</param>
/// <param name="EngineVersion">Program that computed it.</param>
/// <param name="Document">What was found.</param>
public sealed record Snapshot(
    Guid Id, long LedgerVersion, DateOnly AsOf, string SettingsHash, string EngineVersion, AnalysisDocument Document);
