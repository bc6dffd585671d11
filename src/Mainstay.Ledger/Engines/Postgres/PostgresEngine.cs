using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>PostgreSQL 15 or later: one server, or one that hands the work on to others.</summary>
internal sealed partial class PostgresEngine : ILedgerEngine
{
    public static readonly PostgresEngine Instance = new();

    // Any constant that no other program on the server is likely to have chosen.
    private const long ChangeLock = 0x6D61696E73746179;

    private PostgresEngine()
    {
    }

    public string Name => "postgres";

    public string TemporarySchema => "pg_temp";

    public IsolationLevel OneState => IsolationLevel.RepeatableRead;

    public bool OwnRowsAreSlow => false;

    /// <summary>
    /// Lists of keys that we made ourselves become arrays: an array goes to every server of a spread ledger, so that
    /// each finds its own rows, where a join with a table of ours would fetch all of theirs.
    /// </summary>
    public string Statement(string text) =>
        KeyList().Replace(Parameter().Replace(text, "@${name}"), "= any(array(${keys}))");

    // Temporary tables are never analysed by the server itself, and without statistics it joins them row by row.
    public void Filled(DbConnection connection, string table) => connection.Execute($"analyze {table}");

    public Task LockAsync(DbConnection connection, CancellationToken cancellationToken) => connection.ExecuteAsync(
        new CommandDefinition(
            "select pg_advisory_xact_lock(@change_lock)", new { change_lock = ChangeLock },
            commandTimeout: 0, cancellationToken: cancellationToken));

    public Task<bool> TryLockAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_xact_lock(@change_lock)", new { change_lock = ChangeLock },
            cancellationToken: cancellationToken));

    public IDisposable? HoldState(DbConnection connection) =>
        IsPartitioned((NpgsqlConnection)connection, "order_lines") ? new SharedLock(connection, ChangeLock) : null;

    public IColumnReader ReadColumns(DbCommand command, CancellationToken cancellationToken) =>
        new PostgresColumns(((NpgsqlCommand)command).ExecuteReader(), cancellationToken);

    public IBulkLoad Load(DbConnection connection, string table) =>
        new PostgresLoad(Copy((NpgsqlConnection)connection, table, columns: null));

    public long Load(DbConnection connection, string table, IColumnReader rows)
    {
        var columns = string.Join(", ", Enumerable.Range(0, rows.ColumnCount).Select(rows.ColumnName));
        using var copy = Copy((NpgsqlConnection)connection, table, columns);
        return PostgresRows.Copy(rows, copy);
    }

    public ILookup<string, string> SetIndexesAside(DbConnection connection, IReadOnlyList<string> tables)
    {
        // A constraint's index cannot be taken off by itself; and a spread ledger has its indexes on its servers.
        var indexes = connection.Query<(string Table, string Index, string Statement)>(
            """
            select   cast(cast(indrelid as regclass) as text), cast(cast(indexrelid as regclass) as text),
                     pg_get_indexdef(indexrelid)
            from     pg_index
            where    indrelid = any(select to_regclass(name) from unnest(@tables) as name)
              and    not exists (select 1 from pg_constraint where conindid = indexrelid)
            order by indexrelid
            """,
            new { tables }).ToList();
        foreach (var (_, index, _) in indexes)
            connection.Execute($"drop index {index}");
        return indexes.ToLookup(index => index.Table, index => index.Statement, StringComparer.Ordinal);
    }

    public string TypeName(ColumnKind type) => type switch
    {
        ColumnKind.Integer => "bigint",
        ColumnKind.Double => "double precision",
        ColumnKind.Decimal => "numeric",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Date => "date",
        ColumnKind.Instant => "timestamptz",
        ColumnKind.Guid => "uuid",
        _ => "varchar",
    };

    /// <summary>
    /// COPY sends rows to foreign partitions one at a time, INSERT … SELECT many (PostgreSQL 15): such a table is
    /// filled by way of a temporary one.
    /// </summary>
    private static PostgresCopy Copy(NpgsqlConnection connection, string table, string? columns)
    {
        var list = columns is null ? "" : $" ({columns})";
        if (!IsPartitioned(connection, table))
            return new(connection.BeginRawBinaryCopy($"copy {table}{list} from stdin (format binary)"));
        var waiting = $"{table}_waiting";
        connection.Execute($"create temporary table {waiting} as select {columns ?? "*"} from {table} limit 0");
        return new(connection.BeginRawBinaryCopy($"copy {waiting}{list} from stdin (format binary)"))
        {
            Completed = () =>
            {
                connection.Execute($"insert into {table}{list} select {columns ?? "*"} from {waiting}", commandTimeout: 0);
                connection.Execute($"drop table {waiting}");
            },
        };
    }

    private static bool IsPartitioned(NpgsqlConnection connection, string table) => connection.ExecuteScalar<bool>(
        "select exists (select 1 from pg_class where oid = to_regclass(@table) and relkind = 'p')", new { table });

    [GeneratedRegex(
        @"(?<!not )\bin \((?<keys>select \w+ from (touched_customers|updated_rows|incoming_keys|winners|sampled_customers)( where [^()]*)?)\)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyList();

    [GeneratedRegex(@"\$(?<name>[a-z_]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
