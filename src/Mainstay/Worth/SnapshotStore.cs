using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Data.Common;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;

namespace Mainstay.Worth;

/// <summary>
/// Analyses of a ledger, computed once per (ledger version, as-of, settings, program version) and kept in it. Reading
/// never waits for an analysis; two analyses wait for each other.
/// </summary>
public sealed class SnapshotStore(LedgerDatabase ledger) : IDisposable
{
    // Older ones are dropped: they can be computed again.
    private const int Kept = 3;

    private readonly SemaphoreSlim _analysing = new(1, 1);

    /// <summary>The newest snapshot, whatever it was asked for; null before the first.</summary>
    public Task<Snapshot?> LatestAsync(CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = ledger.Connect();
            return Find(new(connection, cancellationToken), null, null, null, null);
        }, cancellationToken);

    /// <summary>The snapshot of the ledger as it is now, analysed if there is none yet.</summary>
    /// <exception cref="NothingToAnalyzeException">There is no order line, and the request names no as-of.</exception>
    /// <exception cref="ReconciliationException">The customers do not sum to the ledger: a bug.</exception>
    public async Task<Snapshot> GetOrCreateAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        await _analysing.WaitAsync(cancellationToken);
        try
        {
            using var connection = ledger.Connect();
            var engine = LedgerEngine.Of(connection);
            using var state = engine.HoldState(connection);
            var sql = new SqlSession(connection, cancellationToken);
            var early = engine.OwnRowsAreSlow ? await AnalyseEarlyAsync(sql, request, cancellationToken) : null;
            using var transaction = connection.BeginTransaction(engine.OneState);
            var version = Version(sql);
            if (Known(sql, version, request) is { } known)
                return known;
            var document = early?.Version == version
                ? early.Document : await AnalyseAsync(sql, request, cancellationToken);
            var snapshot = new Snapshot(
                Guid.CreateVersion7(), version, document.AsOf, SettingsHash(request), DocumentWriter.EngineVersion,
                document);
            Keep(sql, snapshot);
            transaction.Commit();
            return snapshot;
        }
        finally
        {
            _analysing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _analysing.Dispose();

    /// <summary>Whether a ledger holds facts beside orders.</summary>
    internal static bool KnowsCosts(SqlSession sql) =>
        (bool)sql.Scalar("select exists (select 1 from facts where live)")!;

    /// <summary>
    /// Analyses outside of a transaction; null where there is nothing to do, or where the ledger changed meanwhile and
    /// what was read does not fit together.
    /// </summary>
    private static async Task<EarlyAnalysis?> AnalyseEarlyAsync(
        SqlSession sql, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var version = Version(sql);
        if (Known(sql, version, request) is not null)
            return null;
        try
        {
            return new(version, await AnalyseAsync(sql, request, cancellationToken));
        }
        catch (Exception mixed) when (mixed is not OperationCanceledException && Version(sql) != version)
        {
            return null;
        }
    }

    private static Task<AnalysisDocument> AnalyseAsync(
        SqlSession sql, AnalysisRequest request, CancellationToken cancellationToken)
    {
        request = request with { AsOf = AsOf(sql, request), KnowsCosts = KnowsCosts(sql) };
        return CustomerAnalysis.RunAsync(sql.Connection, request, cancellationToken);
    }

    private static DateOnly AsOf(SqlSession sql, AnalysisRequest request) => request.AsOf ?? LastOrderDay.Of(sql);

    private static Snapshot? Known(SqlSession sql, long version, AnalysisRequest request) =>
        Find(sql, version, AsOf(sql, request), SettingsHash(request), DocumentWriter.EngineVersion);

    // Every change of facts raises it in its own transaction: if it stays the same, one state was read.
    private static long Version(SqlSession sql) =>
        (long)sql.Scalar("select cast(value as bigint) from ledger_info where name = 'ledger_version'")!;

    private static Snapshot? Find(SqlSession sql, long? version, DateOnly? asOf, string? hash, string? engine)
    {
        using var row = sql.Read(
            SqlFile.Beside<SnapshotStore>("latest_snapshot"),
            ("ledger_version", version), ("as_of", asOf), ("settings_hash", hash), ("engine_version", engine));
        if (!row.Read())
            return null;
        var document = JsonSerializer.Deserialize(row.GetString(5), AnalysisJson.Default.AnalysisDocument)!;
        return new(
            row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateOnly>(2), row.GetString(3), row.GetString(4),
            document);
    }

    private static void Keep(SqlSession sql, Snapshot snapshot)
    {
        sql.Execute(
            "insert into snapshots values ($id, $version, $as_of, $hash, $engine, $document)",
            ("id", snapshot.Id), ("version", snapshot.LedgerVersion), ("as_of", snapshot.AsOf),
            ("hash", snapshot.SettingsHash), ("engine", snapshot.EngineVersion),
            ("document", JsonSerializer.Serialize(snapshot.Document, AnalysisWriting.Default.AnalysisDocument)));
        sql.Execute(SqlFile.Beside<SnapshotStore>("keep_customers"), ("snapshot_id", snapshot.Id));
        sql.Execute(SqlFile.Beside<SnapshotStore>("keep_costs"), ("snapshot_id", snapshot.Id));
        sql.Execute(
            "delete from snapshots where snapshot_id not in "
            + "(select snapshot_id from snapshots order by snapshot_id desc limit $kept)",
            ("kept", (long)Kept));
        foreach (var table in (string[])["customer_snapshots", "cost_snapshots"])
            sql.Execute($"delete from {table} where snapshot_id not in (select snapshot_id from snapshots)");
    }

    /// <summary>Everything a request says that could change a figure or a heading.</summary>
    private static string SettingsHash(AnalysisRequest request)
    {
        var settings = request.Settings;
        object[] choices =
        [
            settings.BusinessName, settings.Currency, settings.TimeZone, settings.WeekStart, settings.DiscountRate,
            settings.MarginRate, settings.MarginRateDeclared, settings.TierShares.Gold, settings.TierShares.Strong,
            settings.TierShares.Steady, settings.TierThresholds?.ToString() ?? "",
            settings.TierPeriod, settings.CapitalRate ?? -1,
            settings.CostPerMinute ?? -1, settings.ReferralTypeOne ?? -1, request.Model, request.Period.Name,
            request.RejectedRows,
            request.ContradictoryAmounts, request.RowsWithoutRate,
            .. settings.ExchangeRates.OrderBy(rate => rate.Key, StringComparer.Ordinal)
                .SelectMany(rate => new object[] { rate.Key, rate.Value }),
            .. request.Notes,
        ];
        var text = string.Join('\n', choices.Select(one => Convert.ToString(one, CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>An analysis, and the version its facts were of unless the ledger has changed since.</summary>
    private sealed record EarlyAnalysis(long Version, AnalysisDocument Document);
}
