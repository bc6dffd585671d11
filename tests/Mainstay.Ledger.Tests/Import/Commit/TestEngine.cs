using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>An engine that tests of the ledger run on; every such test runs on each.</summary>
public sealed class TestEngine
{
    public static readonly TestEngine DuckDb = new("DuckDB", () => LedgerAddress.InMemory);

    public static readonly TestEngine Postgres =
        new("PostgreSQL", () => LedgerAddress.Parse(PostgresServer.Shared.NewDatabase()));

    private readonly string _name;
    private readonly Func<LedgerAddress> _newAddress;

    private TestEngine(string name, Func<LedgerAddress> newAddress) => (_name, _newAddress) = (name, newAddress);

    /// <summary>Whether a ledger on this engine costs too much to make one for every random case.</summary>
    public bool IsServer => this == Postgres;

    public override string ToString() => _name;

    /// <summary>An empty ledger.</summary>
    internal async Task<TestLedger> OpenAsync() => new(await LedgerDatabase.OpenAsync(_newAddress()));
}
