using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Web.Worth;

/// <summary>
/// The analysis pages show: of the ledger as it is now. The last one asked for stays in memory, so that a page costs a
/// version check and not an analysis.
/// </summary>
public sealed class AnalysisDesk(LedgerDatabase ledger, SnapshotStore snapshots)
{
    private sealed record Held(long Version, BusinessSettings Settings, DateOnly? AsOf, Snapshot Snapshot);

    private volatile Held? _held;

    /// <summary>The analysis as of a day, or of the last order day; null while there is nothing to analyse.</summary>
    public async Task<Snapshot?> LatestAsync(
        BusinessSettings settings, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var version = await ledger.VersionAsync(cancellationToken);
        if (_held is { } held && held.Version == version && held.AsOf == asOf && SameSettings(held.Settings, settings))
            return held.Snapshot;
        try
        {
            var snapshot = await snapshots.GetOrCreateAsync(
                new AnalysisRequest { AsOf = asOf, Settings = settings }, cancellationToken);
            _held = new Held(version, settings, asOf, snapshot);
            return snapshot;
        }
        catch (NothingToAnalyzeException)
        {
            return null;
        }
    }

    /// <summary>
    /// The last day anything was ordered: what as-of is unless somebody asks for another; null in an empty ledger.
    /// </summary>
    public Task<DateOnly?> LastDayAsync(CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = ledger.Connect();
            return LastOrderDay.Find(new SqlSession(connection, cancellationToken));
        }, cancellationToken);

    /// <summary>Rates are compared by what they say: each reading of the file makes a new dictionary.</summary>
    private static bool SameSettings(BusinessSettings one, BusinessSettings other) =>
        one with { ExchangeRates = other.ExchangeRates } == other
        && one.ExchangeRates.Count == other.ExchangeRates.Count
        && one.ExchangeRates.All(rate =>
            other.ExchangeRates.TryGetValue(rate.Key, out var value) && value == rate.Value);
}
