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

    public string Statement(string text) => Parameter().Replace(text, "@${name}");

    // Temporary tables are never analysed by the server itself, and without statistics it joins them row by row.
    public void Filled(DbConnection connection, string table) => connection.Execute($"analyze {table}");

    public Task LockAsync(DbConnection connection, CancellationToken cancellationToken) => connection.ExecuteAsync(
        new CommandDefinition(
            "select pg_advisory_xact_lock(@change_lock)", new { change_lock = ChangeLock },
            commandTimeout: 0, cancellationToken: cancellationToken));

    public IColumnReader ReadColumns(DbCommand command, CancellationToken cancellationToken) =>
        new PostgresColumns(((NpgsqlCommand)command).ExecuteReader(), cancellationToken);

    public IBulkLoad Load(DbConnection connection, string table) => new PostgresLoad(Copy(connection, table));

    public long Load(DbConnection connection, string table, IColumnReader rows)
    {
        var names = string.Join(", ", Enumerable.Range(0, rows.ColumnCount).Select(rows.ColumnName));
        using var copy = Copy(connection, $"{table} ({names})");
        return PostgresRows.Copy(rows, copy);
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

    private static PostgresCopy Copy(DbConnection connection, string target) =>
        new(((NpgsqlConnection)connection).BeginRawBinaryCopy($"copy {target} from stdin (format binary)"));

    [GeneratedRegex(@"\$(?<name>[a-z_]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
