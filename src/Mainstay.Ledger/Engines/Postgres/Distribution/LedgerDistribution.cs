using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>Spreads a ledger that lives on a PostgreSQL server over several, by customer.</summary>
public sealed class LedgerDistribution
{
    private readonly LedgerDatabase _ledger;
    private readonly IReadOnlyList<PostgresAddress> _servers;

    private LedgerDistribution(
        LedgerDatabase ledger, IReadOnlyList<PostgresAddress> servers, IReadOnlyList<DistributionStep> steps) =>
        (_ledger, _servers, Steps) = (ledger, servers, steps);

    /// <summary>Every statement, in the order it runs.</summary>
    public IReadOnlyList<DistributionStep> Steps { get; }

    /// <summary>Where the statements of <see cref="DistributionStep.Server"/> run, for people.</summary>
    public string NameOf(int server) => server == 0 ? _ledger.Address.Shown : _servers[server - 1].Shown;

    /// <summary>Over the workers of the Citus cluster that the ledger's server coordinates.</summary>
    /// <exception cref="MistakeException">The ledger is not on a server.</exception>
    public static LedgerDistribution OverCitus(LedgerDatabase ledger)
    {
        _ = ServerOf(ledger);
        return new(ledger, [], CitusPlan.Steps);
    }

    /// <summary>Over plain PostgreSQL servers, at least two, each with an empty database.</summary>
    /// <exception cref="MistakeException">An address is none, there are too few, or the ledger is not on a server.</exception>
    public static LedgerDistribution Over(LedgerDatabase ledger, IReadOnlyList<string> addresses)
    {
        var servers = addresses.Select(PostgresAddress.Parse).ToArray();
        if (servers.Length < 2)
            throw new MistakeException("One server is what the ledger has already.", "--servers",
                string.Create(CultureInfo.InvariantCulture, $"{servers.Length} addresses"),
                "two or more, separated by commas", "Name every server that shall hold a part of the customers.");
        if (servers.GroupBy(server => server.Shown).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new MistakeException("Two parts cannot live in one database.", "--servers", twice.Key,
                "a database of its own for each part", "Leave one of the two out.");
        return new(ledger, servers, new ForeignPlan(ServerOf(ledger).Database, servers).Steps());
    }

    /// <summary>Runs every statement: the servers' own first, then the coordinator's in one transaction.</summary>
    /// <exception cref="MistakeException">The ledger is spread already, or a server holds something.</exception>
    public async Task RunAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var connection = _ledger.Connect();
        await RefuseAsync(connection, cancellationToken);
        for (var server = 1; server <= _servers.Count; server++)
            await PrepareAsync(server, progress, cancellationToken);
        progress?.Report(NameOf(0));
        await _ledger.ChangeAsync(connection, importNumber: null, async transaction =>
        {
            foreach (var step in Steps.Where(step => step.Server == 0))
                await connection.RunAsync(step.Statement, cancellationToken: cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }

    private static PostgresAddress ServerOf(LedgerDatabase ledger) => ledger.Address.Server
        ?? throw new MistakeException("A ledger in a file cannot be spread over servers.", "ledger distribute",
            ledger.Address.Shown, "a ledger on a PostgreSQL server",
            "Name it with --ledger postgres://user@host/database and import your files there first.");

    private async Task RefuseAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await SpreadLedger.IsSpreadAsync(connection, cancellationToken))
            throw new MistakeException("This ledger is spread over servers already.", _ledger.Address.Shown,
                "a distributed ledger", "a ledger on one server",
                "To use other servers, import the files into a new ledger and spread that.");
        if (_servers.Count > 0)
            return;
        var nobodys = await connection.ScalarAsync<long>(
            "select (select count(*) from order_lines where customer_id is null) "
            + "+ (select count(*) from refunds where customer_id is null)", cancellationToken: cancellationToken);
        if (nobodys > 0)
            throw new MistakeException(
                "Citus keeps no row without a value in the column that spreads them.", _ledger.Address.Shown,
                string.Create(CultureInfo.InvariantCulture, $"{nobodys} order lines and refunds without a customer"),
                "a customer for every row", "Use --servers, which keeps them, or correct the files.");
    }

    private async Task PrepareAsync(int server, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(NameOf(server));
        await using var source = _servers[server - 1].Open();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var table in DistributedTables.ByCustomer)
            await EmptyAsync(connection, table, server, cancellationToken);
        foreach (var step in Steps.Where(step => step.Server == server))
            await connection.RunAsync(step.Statement, cancellationToken: cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // An attempt that failed leaves empty tables behind: they are made anew. Rows are never removed.
    private async Task EmptyAsync(DbConnection connection, string table, int server, CancellationToken cancellationToken)
    {
        if (await connection.ScalarAsync<string>(
                $"select cast(to_regclass('{table}') as varchar)", cancellationToken: cancellationToken) is null)
            return;
        if (await connection.ScalarAsync<long>(
                $"select count(*) from (select 1 from {table} limit 1) as any_row", cancellationToken: cancellationToken) > 0)
            throw new MistakeException("A server holds rows already.", NameOf(server), $"a table {table} with rows",
                "an empty database", "Name another database, or drop what an earlier attempt left in this one.");
        await connection.RunAsync($"drop table {table} cascade", cancellationToken: cancellationToken);
    }
}
