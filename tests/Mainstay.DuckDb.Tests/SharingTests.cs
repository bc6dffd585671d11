using System.Diagnostics;
using Mainstay.Tests;

namespace Mainstay.DuckDb.Tests;

public sealed class SharingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mainstay-duckdb-");

    private string File => Path.Combine(_folder.FullName, "a ledger.duckdb");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Two_connections_to_one_file_share_it_and_it_is_free_when_both_are_closed()
    {
        using (var first = Open())
        using (var second = Open())
        {
            first.Execute("create table t(i integer); insert into t values (1)");
            Assert.Equal(1, second.Count("t"));
            first.Close();
            Assert.Equal(1, second.Execute("insert into t values (2)"));
        }

        Assert.Equal("open", OpenInAnotherProcess());
        using var again = Open();
        Assert.Equal(2, again.Count("t"));
    }

    [Fact]
    public void A_command_left_prepared_does_not_hold_the_file()
    {
        var connection = Open();
        var command = connection.CreateCommand("select 1");
        command.Prepare();
        var reader = command.ExecuteReader();
        connection.Close();

        Assert.Equal("open", OpenInAnotherProcess());
        Assert.False(reader.IsClosed);
        Assert.Throws<InvalidOperationException>(command.ExecuteScalar);
    }

    [Fact]
    public void A_duplicate_outlives_its_original_also_in_memory()
    {
        var original = Memory.Open();
        original.Execute("create table t(i integer)");
        var duplicate = original.Duplicate();
        original.Dispose();
        using var third = duplicate.Duplicate();
        duplicate.Dispose();

        Assert.Equal(0, third.Count("t"));
    }

    [Fact]
    public void Memory_is_never_shared_by_name()
    {
        using var first = Memory.Open();
        using var second = Memory.Open();
        first.Execute("create table t(i integer)");

        Assert.Equal(DuckDbErrorType.Catalog, Assert.Throws<DuckDbException>(() => second.Count("t")).ErrorType);
    }

    [Fact]
    public void A_file_held_by_another_process_is_locked()
    {
        using (Open())
        {
        }

        using var holder = HoldInAnotherProcess();
        try
        {
            Assert.Equal("open", holder.StandardOutput.ReadLine());
            var failure = Assert.Throws<DuckDbException>(Open);
            Assert.True(failure.IsLocked, failure.Message);
        }
        finally
        {
            holder.StandardInput.Close();
            holder.WaitForExit();
        }

        using var free = Open();
        Assert.Equal(1, free.CreateCommand("select 1").ExecuteScalar());
    }

    [Fact]
    public void A_file_opened_to_read_refuses_writing()
    {
        using (var writer = Open())
            writer.Execute("create table t(i integer)");
        using var reader = Open(";Read Only=true");

        Assert.Equal(0, reader.Count("t"));
        var failure = Assert.Throws<DuckDbException>(() => reader.Execute("insert into t values (1)"));
        Assert.Contains("read-only", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsLocked);
    }

    [Fact]
    public void Settings_reach_the_engine_and_extensions_stay_off()
    {
        using var connection = Open($";Threads=1;Memory Limit=300MB;Temp Directory={Path.Combine(_folder.FullName, "spill")}");
        using var reader = connection.CreateCommand(
            """
            select current_setting('threads'), current_setting('memory_limit'), current_setting('temp_directory'),
                   current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions'), current_setting('TimeZone')
            """).ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(1, reader.GetInt64(0));
        Assert.Equal("286.1 MiB", reader.GetString(1));
        Assert.Equal(Path.Combine(_folder.FullName, "spill"), reader.GetString(2));
        Assert.False(reader.GetBoolean(3));
        Assert.False(reader.GetBoolean(4));
        Assert.Equal("UTC", reader.GetString(5));
    }

    [Fact]
    public void Another_connection_to_the_file_must_ask_for_the_same_settings()
    {
        using var first = Open(";Threads=1");
        using var same = Open(";Threads=1");

        var failure = Assert.Throws<DuckDbException>(() => Open(";Threads=2"));
        Assert.Contains("different configuration", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsLocked);
    }

    [Fact]
    public void Connections_work_in_parallel()
    {
        const int workers = 8;
        using var keeper = Open();
        keeper.Execute("create table t(worker integer, i integer)");

        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            using var connection = worker % 2 == 0 ? Open() : keeper.Duplicate();
            for (var i = 0; i < 50; i++)
            {
                using var insert = connection.CreateCommand("insert into t values ($worker, $i)");
                insert.Parameters.Add("worker", worker);
                insert.Parameters.Add("i", i);
                Assert.Equal(1, insert.ExecuteNonQuery());
                Assert.True(connection.Count("t") > i);
            }

            using var appender = connection.CreateAppender("t");
            for (var i = 0; i < 5_000; i++)
                appender.AppendRow(worker, i);
        });

        Assert.Equal(workers * 5_050, keeper.Count("t"));
    }

    private DuckDbConnection Open() => Open("");

    private DuckDbConnection Open(string settings)
    {
        var connection = new DuckDbConnection($"Data Source={File}{settings}");
        connection.Open();
        return connection;
    }

    private string? OpenInAnotherProcess()
    {
        using var holder = HoldInAnotherProcess();
        var answer = holder.StandardOutput.ReadLine();
        holder.StandardInput.Close();
        holder.WaitForExit();
        return answer;
    }

    /// <summary>Node with the engine's own package, which the build has installed, holds the file until its input ends.</summary>
    private Process HoldInAnotherProcess()
    {
        const string script =
            """
            const duckdb = require('@duckdb/node-bindings');
            duckdb.open(process.argv[1], duckdb.create_config()).then(
              database => { globalThis.held = database; console.log('open'); }, error => console.log(String(error)));
            process.stdin.on('end', () => process.exit(0)).resume();
            """;
        var start = new ProcessStartInfo("node", ["-e", script, File])
        {
            WorkingDirectory = Golden.Root(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
