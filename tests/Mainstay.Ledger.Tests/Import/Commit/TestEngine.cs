using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Schema;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>An engine that tests of the ledger run on; every such test runs on each.</summary>
public sealed class TestEngine
{
    public static readonly TestEngine DuckDb = new("DuckDB", () => LedgerDatabase.OpenInMemoryAsync());

    public static readonly TestEngine Postgres = new("PostgreSQL", OnServerAsync);

    /// <summary>Three servers: one coordinates, two hold the customers.</summary>
    public static readonly TestEngine Servers = new("PostgreSQL on three servers", OnServersAsync);

    private readonly string _name;
    private readonly Func<Task<LedgerDatabase>> _open;

    private TestEngine(string name, Func<Task<LedgerDatabase>> open) => (_name, _open) = (name, open);

    /// <summary>Whether a ledger on this engine costs too much to make one for every random case.</summary>
    public bool IsServer => this != DuckDb;

    public override string ToString() => _name;

    /// <summary>An empty ledger.</summary>
    internal async Task<TestLedger> OpenAsync() => new(await _open());

    private static Task<LedgerDatabase> OnServerAsync() =>
        LedgerDatabase.OpenAsync(LedgerAddress.Parse(PostgresServer.Shared.NewDatabase()));

    private static async Task<LedgerDatabase> OnServersAsync()
    {
        var ledger = await OnServerAsync();
        string[] parts = [PostgresServer.SharedPart(1).NewDatabase(), PostgresServer.SharedPart(2).NewDatabase()];
        await LedgerDistribution.Over(ledger, parts).RunAsync(progress: null, CancellationToken.None);
        return ledger;
    }
}
