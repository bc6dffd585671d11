using System.Data.Common;
using System.Globalization;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Engines.DuckDb;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Purchases;

namespace Mainstay.Ledger.Schema;

/// <summary>
/// An open ledger. It brings the schema up to date, hands out connections, and lets one change happen at a time;
/// readers are never kept waiting. Holds the file, or the pool of connections, until it is disposed.
/// </summary>
public sealed class LedgerDatabase : IDisposable
{
    /// <summary>An older ledger has the facts its purchase days follow from, but not the days as they are kept now.</summary>
    private const int FirstWithPurchaseDays = 61;

    private readonly DbDataSource _source;
    private readonly SemaphoreSlim _changing = new(1, 1);

    private LedgerDatabase(DbDataSource source, LedgerAddress address) => (_source, Address) = (source, address);

    /// <summary>Where it is.</summary>
    public LedgerAddress Address { get; }

    /// <summary>Opens the ledger in a file, making it if there is none.</summary>
    /// <exception cref="MistakeException">A newer Mainstay wrote it.</exception>
    public static Task<LedgerDatabase> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        OpenAsync(LedgerAddress.OfFile(path), cancellationToken);

    /// <summary>Opens an empty ledger that is gone when it is disposed.</summary>
    public static Task<LedgerDatabase> OpenInMemoryAsync(CancellationToken cancellationToken = default) =>
        OpenAsync(LedgerAddress.InMemory, cancellationToken);

    /// <summary>Opens the ledger at an address, making its tables if there are none.</summary>
    /// <exception cref="MistakeException">A newer Mainstay wrote it.</exception>
    public static async Task<LedgerDatabase> OpenAsync(
        LedgerAddress address, CancellationToken cancellationToken = default)
    {
        var source = Source(address);
        try
        {
            await MigrateAsync(source, address, cancellationToken);
            await RecoverAsync(source, cancellationToken);
            return new LedgerDatabase(source, address);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another open connection to the ledger, with its own transactions and temporary tables.</summary>
    public DbConnection Connect() => _source.OpenConnection();

    /// <summary>
    /// An open connection of the embedded engine, for a file's rows on their way in: to the ledger itself where that
    /// engine holds it, else to memory.
    /// </summary>
    public DuckDbConnection ConnectForStaging()
    {
        if (Address.Server is null)
            return (DuckDbConnection)Connect();
        var memory = new DuckDbConnection("Data Source=:memory:");
        memory.Open();
        return memory;
    }

    /// <summary>Raised by every import, undo and setting that changes a figure; analyses are kept by it.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken = default)
    {
        using var connection = Connect();
        return await LedgerInfo.VersionAsync(connection, cancellationToken);
    }

    /// <summary>
    /// Runs a change in one transaction: all of it happens or, on any exception, none of it. Changes wait for each other.
    /// </summary>
    /// <param name="connection">A connection of the ledger's.</param>
    /// <param name="importNumber">The import that is made or undone; null: another change.</param>
    /// <param name="change">The change; it commits, or does not.</param>
    /// <param name="cancellationToken">Stops it; nothing has happened then.</param>
    public async Task<TResult> ChangeAsync<TResult>(
        DbConnection connection, long? importNumber, Func<DbTransaction, Task<TResult>> change,
        CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await LedgerEngine.Of(connection).LockAsync(connection, cancellationToken);
            return await InterruptedChange.IsPossibleAsync(connection, cancellationToken)
                ? await ChangeSpreadAsync(connection, importNumber, transaction, change, cancellationToken)
                : await change(transaction);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _changing.Dispose();
    }

    /// <summary>As a change, with a mark that outlives us should the servers commit only in part.</summary>
    private async Task<TResult> ChangeSpreadAsync<TResult>(
        DbConnection connection, long? importNumber, DbTransaction transaction,
        Func<DbTransaction, Task<TResult>> change, CancellationToken cancellationToken)
    {
        if (await InterruptedChange.IsPendingAsync(connection, cancellationToken))
            await InterruptedChange.RecoverAsync(connection, cancellationToken);
        using var own = Connect();
        await InterruptedChange.BeginAsync(own, importNumber, cancellationToken);
        await InterruptedChange.EndAsync(connection, cancellationToken);
        var result = await change(transaction);
        await InterruptedChange.EndAsync(own, cancellationToken);
        return result;
    }

    private static DbDataSource Source(LedgerAddress address)
    {
        if (address.Server is { } server)
            return server.Open();
        if (address.File is not { } path)
            return new DuckDbSource(":memory:");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new DuckDbSource(path);
    }

    private static async Task MigrateAsync(
        DbDataSource source, LedgerAddress address, CancellationToken cancellationToken)
    {
        using var connection = await source.OpenConnectionAsync(cancellationToken);
        var engine = LedgerEngine.Of(connection);
        using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync(
            "create table if not exists schema_migrations "
            + "(number integer not null, name varchar not null, primary key (number))",
            cancellationToken: cancellationToken);
        if (await DoneAsync(connection, address, cancellationToken) < Migration.All[^1].Number)
        {
            await engine.LockAsync(connection, cancellationToken);
            var done = await DoneAsync(connection, address, cancellationToken);
            if (done > 0 && address.Server is not null
                && await SpreadLedger.IsSpreadAsync(connection, cancellationToken))
                throw SpreadBefore(address, done);
            foreach (var migration in Migration.All.Where(migration => migration.Number > done))
                await ApplyAsync(connection, engine, migration, cancellationToken);
            if (done is > 0 and < FirstWithPurchaseDays)
            {
                await TouchedCustomers.PrepareAsync(connection);
                PurchaseDays.DeriveAll(new SqlSession(connection, cancellationToken));
            }

            await LedgerInfo.EnsureVersionAsync(connection);
            await TornCommit.NoteAsync(connection, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Puts back a change that was cut in two; one that is under way is left alone.</summary>
    private static async Task RecoverAsync(DbDataSource source, CancellationToken cancellationToken)
    {
        using var connection = await source.OpenConnectionAsync(cancellationToken);
        var isTorn = await TornCommit.IsTornAsync(connection, cancellationToken);
        if (!isTorn && (!await InterruptedChange.IsPossibleAsync(connection, cancellationToken)
                || !await InterruptedChange.IsPendingAsync(connection, cancellationToken)))
            return;
        using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (isTorn)
            await TornCommit.MendAsync(connection, cancellationToken);
        else if (await LedgerEngine.Of(connection).TryLockAsync(connection, cancellationToken))
            await InterruptedChange.RecoverAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The last step this ledger has taken.</summary>
    private static async Task<int> DoneAsync(
        DbConnection connection, LedgerAddress address, CancellationToken cancellationToken)
    {
        var done = await connection.ScalarAsync<int>(
            "select cast(coalesce(max(number), 0) as integer) from schema_migrations",
            cancellationToken: cancellationToken);
        return done > Migration.All[^1].Number ? throw Newer(address, done) : done;
    }

    private static async Task ApplyAsync(
        DbConnection connection, ILedgerEngine engine, Migration migration, CancellationToken cancellationToken)
    {
        if (migration.IsFor(engine))
            await connection.RunAsync(migration.Statement, cancellationToken: cancellationToken);
        await connection.RunAsync(
            "insert into schema_migrations values (cast($number as integer), cast($name as varchar))",
            new { number = migration.Number, name = migration.Name }, cancellationToken);
    }

    private static MistakeException SpreadBefore(LedgerAddress address, int found) => new(
        $"The ledger {address.Shown} was spread over servers by an earlier Mainstay; its servers cannot be upgraded from here.",
        address.Shown, found.ToString(CultureInfo.InvariantCulture),
        $"schema {Migration.All[^1].Number.ToString(CultureInfo.InvariantCulture)}",
        "Import the files into a new ledger and distribute that, or use the Mainstay that spread this one.");

    private static MistakeException Newer(LedgerAddress address, int found) => new(
        string.Create(CultureInfo.InvariantCulture,
            $"The ledger {address.Shown} has schema {found}; this Mainstay knows {Migration.All[^1].Number}: a newer one wrote it."),
        address.Shown, found.ToString(CultureInfo.InvariantCulture), $"at most {Migration.All[^1].Number}",
        "Use the newer Mainstay, or restore a backup made before the upgrade.");
}
