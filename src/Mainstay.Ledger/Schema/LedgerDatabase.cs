using System.Globalization;
using Dapper;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Schema;

/// <summary>
/// An open ledger. It brings the schema up to date, hands out connections, and lets one change happen at a time;
/// readers are never kept waiting. Holds the file until it is disposed.
/// </summary>
public sealed class LedgerDatabase : IDisposable
{
    private readonly DuckDbConnection _main;
    private readonly SemaphoreSlim _changing = new(1, 1);

    private LedgerDatabase(DuckDbConnection main) => _main = main;

    /// <summary>Opens the ledger in a file, making it if there is none.</summary>
    /// <exception cref="MistakeException">A newer Mainstay wrote it.</exception>
    public static Task<LedgerDatabase> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return OpenAsync(new DuckDbConnection($"Data Source={path}"), cancellationToken);
    }

    /// <summary>Opens an empty ledger that is gone when it is disposed.</summary>
    public static Task<LedgerDatabase> OpenInMemoryAsync(CancellationToken cancellationToken = default) =>
        OpenAsync(new DuckDbConnection("Data Source=:memory:"), cancellationToken);

    /// <summary>Another open connection to the ledger, with its own transactions and temporary tables.</summary>
    public DuckDbConnection Connect() => _main.Duplicate();

    /// <summary>Raised by every import, undo and setting that changes a figure; analyses are kept by it.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken = default)
    {
        using var connection = Connect();
        return await LedgerInfo.VersionAsync(connection, cancellationToken);
    }

    /// <summary>
    /// Runs a change in one transaction: all of it happens or, on any exception, none of it. Changes wait for each other.
    /// </summary>
    public async Task<TResult> ChangeAsync<TResult>(
        DuckDbConnection connection, Func<DuckDbTransaction, Task<TResult>> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            using var transaction = connection.BeginTransaction();
            return await change(transaction);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _main.Dispose();
        _changing.Dispose();
    }

    private static async Task<LedgerDatabase> OpenAsync(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            await MigrateAsync(connection, cancellationToken);
            return new LedgerDatabase(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task MigrateAsync(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(
            "create table if not exists schema_migrations (number integer not null, name varchar not null, primary key (number))");
        var done = await connection.ExecuteScalarAsync<int>("select cast(coalesce(max(number), 0) as integer) from schema_migrations");
        if (done > Migration.All[^1].Number)
            throw Newer(connection.DataSource, done);
        foreach (var migration in Migration.All.Where(migration => migration.Number > done))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await connection.ExecuteAsync(migration.Statement);
            await connection.ExecuteAsync(
                "insert into schema_migrations values (cast($number as integer), cast($name as varchar))",
                new { number = migration.Number, name = migration.Name });
        }

        await LedgerInfo.EnsureVersionAsync(connection);
        transaction.Commit();
    }

    private static MistakeException Newer(string path, int found) => new(
        string.Create(CultureInfo.InvariantCulture,
            $"The ledger {path} has schema {found}; this Mainstay knows {Migration.All[^1].Number}: a newer one wrote it."),
        path, found.ToString(CultureInfo.InvariantCulture), $"at most {Migration.All[^1].Number}",
        "Use the newer Mainstay, or restore a backup made before the upgrade.");
}
