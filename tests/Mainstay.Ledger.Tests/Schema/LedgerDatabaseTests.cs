using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Tests.Schema;

public sealed class LedgerDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mainstay-ledger");

    private string FilePath => Path.Combine(_folder.FullName, "deep", "mainstay.duckdb");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_ledger_is_made_once_and_migrated_no_second_time()
    {
        using (await LedgerDatabase.OpenAsync(FilePath))
        {
        }

        using var again = await LedgerDatabase.OpenAsync(FilePath);
        using var connection = again.Connect();
        var numbers = (await connection.QueryAsync<int>("select number from schema_migrations order by number")).AsList();
        Assert.Equal(Migration.All.Select(migration => migration.Number), numbers);
        Assert.Equal(0, await again.VersionAsync());
    }

    [Fact]
    public async Task A_ledger_written_by_a_newer_program_is_refused_and_left_alone()
    {
        using (var ledger = await LedgerDatabase.OpenAsync(FilePath))
        using (var connection = ledger.Connect())
            await connection.ExecuteAsync("insert into schema_migrations values (9999, 'from the future')");

        var refusal = await Assert.ThrowsAsync<MistakeException>(() => LedgerDatabase.OpenAsync(FilePath));

        Assert.Contains("a newer one wrote it", refusal.Message, StringComparison.Ordinal);
        using var reopened = new DuckDbConnection($"Data Source={FilePath}");
        reopened.Open();
        Assert.Equal(9999, await reopened.ExecuteScalarAsync<int>("select max(number) from schema_migrations"));
    }

    [Fact]
    public async Task A_change_that_fails_is_put_back_and_the_next_one_can_happen()
    {
        using var ledger = await LedgerDatabase.OpenInMemoryAsync();
        using var connection = ledger.Connect();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.ChangeAsync<int>(connection, importNumber: null, async _ =>
        {
            await connection.ExecuteAsync("update ledger_info set value = '99' where name = 'ledger_version'");
            throw new InvalidOperationException("half way");
        }, CancellationToken.None));

        Assert.Equal(0, await ledger.VersionAsync());
        await ledger.ChangeAsync(connection, importNumber: null, async transaction =>
        {
            await connection.ExecuteAsync("update ledger_info set value = '7' where name = 'ledger_version'");
            await transaction.CommitAsync();
            return 0;
        }, CancellationToken.None);
        Assert.Equal(7, await ledger.VersionAsync());
    }
}
