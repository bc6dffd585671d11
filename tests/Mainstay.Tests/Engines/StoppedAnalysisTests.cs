using System.Diagnostics;
using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Worth;
using Npgsql;

namespace Mainstay.Tests.Engines;

public sealed class StoppedAnalysisTests
{
    /// <summary>Somebody holds a table, so that the analysis stands still in the middle of a statement.</summary>
    [Theory]
    [InlineData("order_lines", "2024-06-20")]
    [InlineData("order_lines", null)]
    [InlineData("customers", "2024-06-20")]
    public async Task Ctrl_c_stops_an_analysis_in_the_middle_of_a_statement(string held, string? asOf)
    {
        var address = PostgresServer.Shared.NewDatabase();
        var database = new Uri(address).AbsolutePath[1..];
        var folder = Directory.CreateTempSubdirectory("mainstay-stopped").FullName;
        using var ledger = await LedgerDatabase.OpenAsync(LedgerAddress.Parse(address), CancellationToken.None);
        using var staging = ledger.ConnectForStaging();
        await FileImport.CommitAsync(
            ledger, staging, OrderFiles.WritePending(folder), new(), FilledLedger.Settings, TimeProvider.System, null,
            CancellationToken.None);
        Directory.Delete(folder, recursive: true);

        using var holder = (NpgsqlConnection)ledger.Connect();
        using var transaction = holder.BeginTransaction();
        using var hold = new NpgsqlCommand($"lock table {held} in access exclusive mode", holder, transaction);
        hold.ExecuteNonQuery();

        using var store = new SnapshotStore(ledger);
        using var stop = new CancellationTokenSource();
        var request = new AnalysisRequest
        {
            AsOf = asOf is null ? null : DateOnly.Parse(asOf, CultureInfo.InvariantCulture),
            Settings = FilledLedger.Settings,
        };
        var analysis = Task.Run(() => store.GetOrCreateAsync(request, stop.Token));
        Assert.True(
            await PostgresServer.Shared.SeesAsync(database, "wait_event_type = 'Lock'", analysis), "it did not wait");
        var sinceStop = Stopwatch.StartNew();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => analysis);
        Assert.InRange(sinceStop.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal(0L, PostgresServer.Shared.Scalar(
            database, "select count(*) from pg_stat_activity where state = 'active' and wait_event_type = 'Lock'"));
    }
}
