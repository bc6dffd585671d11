using System.Globalization;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>
/// The statements that spread a ledger over plain PostgreSQL servers: every table of customers becomes hash partitions
/// by customer, each partition a foreign table on one server.
/// </summary>
internal sealed class ForeignPlan(string database, IReadOnlyList<PostgresAddress> servers)
{
    /// <summary>Rows fetched and sent at a time.</summary>
    private const int FetchSize = 10_000;
    private const int BatchSize = 1_000;

    /// <summary>
    /// A row that travels costs as much as a page that is read: so the planner leaves grouping to the servers. With
    /// their own estimates instead, it fetched single rows wherever a server had not been analysed yet.
    /// </summary>
    private const int TupleCost = 1;

    public IReadOnlyList<DistributionStep> Steps() =>
    [
        .. servers.SelectMany((_, i) => OnServer(i + 1)),
        Coordinator("create extension if not exists postgres_fdw"),
        Coordinator($"alter database {Quoted(database)} set enable_partitionwise_aggregate = on"),
        Coordinator($"alter database {Quoted(database)} set enable_partitionwise_join = on"),
        .. servers.SelectMany((server, i) => Connected(server, i + 1)),
        .. SchemaStatements.Views.Reverse().Select(view => Coordinator($"drop view {view.Name}")),
        .. DistributedTables.ByCustomer.SelectMany(Spread),
        .. DistributedTables.Totals.SelectMany(Summed),
        .. SchemaStatements.Views.Where(view => !DistributedTables.Totals.Contains(view.Name))
            .Select(view => Coordinator(view.Statement)),
    ];

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static DistributionStep Coordinator(string statement) => DistributionStep.At(0, statement);

    private static string NameOf(int server) => string.Create(CultureInfo.InvariantCulture, $"mainstay_{server}");

    /// <summary>The tables of customers, their indexes, and the views over them.</summary>
    private static IEnumerable<DistributionStep> OnServer(int server) =>
    [
        .. DistributedTables.ByCustomer
            .SelectMany(table => SchemaStatements.Table(table).Concat(SchemaStatements.Indexes(table)))
            .Select(statement => DistributionStep.At(server, statement)),
        .. SchemaStatements.Views.Select(view => DistributionStep.At(server, view.Statement)),
    ];

    private static IEnumerable<DistributionStep> Connected(PostgresAddress server, int number)
    {
        var name = NameOf(number);
        var options = string.Create(CultureInfo.InvariantCulture,
            $"fdw_tuple_cost '{TupleCost}', async_capable 'true', fetch_size '{FetchSize}', batch_size '{BatchSize}'");
        yield return Coordinator(string.Create(CultureInfo.InvariantCulture,
            $"create server {name} foreign data wrapper postgres_fdw options (host {Literal(server.Host)}, ")
            + string.Create(CultureInfo.InvariantCulture,
                $"port '{server.Port}', dbname {Literal(server.Database)}, {options})"));
        var mapping = $"create user mapping for current_user server {name} options (user {Literal(server.User)}";
        yield return server.Password is { } password
            ? new(0, $"{mapping}, password {Literal(password)})", $"{mapping}, password '…')")
            : Coordinator($"{mapping})");
    }

    private IEnumerable<DistributionStep> Spread(string table)
    {
        yield return Coordinator($"alter table {table} rename to {table}_before");
        yield return Coordinator(
            $"create table {table} (like {table}_before) partition by hash ({DistributedTables.Column})");
        for (var server = 1; server <= servers.Count; server++)
            yield return Coordinator(string.Create(CultureInfo.InvariantCulture,
                $"create foreign table {table}_{server} partition of {table} ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"for values with (modulus {servers.Count}, remainder {server - 1}) ")
                + $"server {NameOf(server)} options (table_name '{table}')");
        yield return Coordinator($"insert into {table} select * from {table}_before");
        yield return Coordinator($"drop table {table}_before");
        yield return Coordinator($"analyze {table}");
    }

    /// <summary>The sums of every server, one after the other; they are few rows, so that adding them up costs nothing.</summary>
    private IEnumerable<DistributionStep> Summed(string view)
    {
        var parts = Enumerable.Range(1, servers.Count)
            .Select(server => string.Create(CultureInfo.InvariantCulture, $"{view}_{server}")).ToArray();
        for (var server = 1; server <= servers.Count; server++)
        {
            yield return Coordinator(
                $"import foreign schema public limit to ({view}) from server {NameOf(server)} into public");
            yield return Coordinator($"alter foreign table {view} rename to {parts[server - 1]}");
        }

        yield return Coordinator(
            $"create view {view} as {string.Join(" union all ", parts.Select(part => $"select * from {part}"))}");
    }
}
