using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Mainstay.Tests;

/// <summary>
/// A PostgreSQL server of the test's own on a free port of this machine, gone with its data when it is disposed. It
/// asks for a password, so that tests can look for it where it must not be. Absent programs skip the test.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "mainstay";

    private static readonly Lazy<PostgresServer>[] s_shared =
    [
        .. Enumerable.Range(0, 3).Select(_ => new Lazy<PostgresServer>(() =>
        {
            var server = Start();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
            return server;
        })),
    ];

    private readonly string _folder;
    private Process _process;

    private PostgresServer(string folder, int port, string password)
    {
        (_folder, Port, Password) = (folder, port, password);
        _process = Run();
    }

    /// <summary>One for all tests of this assembly that need no server of their own.</summary>
    public static PostgresServer Shared => SharedPart(0);

    /// <summary>The first of three is <see cref="Shared"/>; the others hold parts of a spread ledger.</summary>
    public static PostgresServer SharedPart(int number) => Programs is null ? throw Skipped() : s_shared[number].Value;

    public int Port { get; }

    public string Password { get; }

    private static string? Programs { get; } =
        Environment.GetEnvironmentVariable("MAINSTAY_POSTGRES")
        ?? (Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
            : null);

    public static PostgresServer Start()
    {
        if (Programs is null)
            throw Skipped();
        var folder = Directory.CreateTempSubdirectory("mainstay-postgres-").FullName;
        RemoveAfterUs(folder);
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        var passwordFile = Path.Combine(folder, "password");
        File.WriteAllText(passwordFile, password);
        if (Environment.IsPrivilegedProcess)
            Complete(Process.Start("chown", ["-R", "postgres", folder]));
        Complete(Process.Start(AsServer(
            "initdb", "-D", Path.Combine(folder, "data"), "-U", User, "-A", "scram-sha-256", "--pwfile", passwordFile,
            "-E", "UTF8", "--locale", "C", "--no-sync")));
        return new PostgresServer(folder, FreePort(), password);
    }

    /// <summary>An empty database, made with these options; its address holds the password.</summary>
    public string NewDatabase(string options = "")
    {
        var name = $"t{Guid.CreateVersion7():n}";
        Execute("postgres", $"create database {name} template template0 {options}");
        return Address(name);
    }

    public string Address(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{User}:{Password}@127.0.0.1:{Port}/{database}");

    /// <summary>Runs a statement in a database, as the server's owner.</summary>
    public void Execute(string database, string statement)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database));
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of a query in a database.</summary>
    public object? Scalar(string database, string query)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database));
        connection.Open();
        using var command = new NpgsqlCommand(query, connection);
        return command.ExecuteScalar();
    }

    /// <summary>
    /// Waits until another connection to a database is busy in a way, a condition on pg_stat_activity; false when
    /// <paramref name="running"/> ended before.
    /// </summary>
    public async Task<bool> SeesAsync(string database, string condition, Task running)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select exists (select 1 from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() "
            + $"and datname = current_database() and {condition})", connection);
        while (!running.IsCompleted)
        {
            if (await command.ExecuteScalarAsync() is true)
                return true;
            await Task.Delay(5);
        }

        return false;
    }

    /// <summary>Whoever writes to a table stops there, inside the transaction, until <see cref="Release"/>.</summary>
    public void HoldWriting(string database, string table) => Execute(database, $"""
        create schema hold;
        create function hold.wait() returns trigger language plpgsql as 'begin perform pg_sleep(600); return null; end';
        create trigger hold before insert on {table} for each statement execute function hold.wait();
        """);

    /// <summary>Whoever creates a table of this name stops there, until <see cref="Release"/>.</summary>
    public void HoldCreating(string database, string table) => Execute(database, $"""
        create schema hold;
        create function hold.wait() returns event_trigger language plpgsql as
            'begin if current_query() like ''%table {table}%'' then perform pg_sleep(600); end if; end';
        create event trigger hold on ddl_command_start execute function hold.wait();
        """);

    public void Release(string database) => Execute(database, "drop schema hold cascade");

    /// <summary>As if somebody pulled the plug: nothing is written any more.</summary>
    public void Kill()
    {
        // The processes that serve connections too: orphaned, they would end in their own time.
        Process.Start("bash", ["-c", $"kill -KILL {_process.Id} $(pgrep -P {_process.Id})"]).WaitForExit();
        _process.WaitForExit();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Starts again after <see cref="Kill"/>, on the same data and port.</summary>
    public void Restart() => _process = Run();

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// However the tests end, killed ones and those without time for their exit included: no server runs on, and its
    /// data do not stay. The brackets keep the command from finding itself.
    /// </summary>
    private static void RemoveAfterUs(string folder) => Process.Start("setsid",
    [
        "bash", "-c",
        $"exec </dev/null >/dev/null 2>&1; while kill -0 {Environment.ProcessId}; do sleep 2; done; "
        + $"pkill -KILL -f '[-]D {folder}/data'; sleep 2; rm -rf '{folder}'",
    ]).Dispose();

    private static InvalidOperationException Skipped()
    {
        Assert.Skip(
            "PostgreSQL is absent (Debian: postgresql-15), and MAINSTAY_POSTGRES names no folder of its programs.");
        return new InvalidOperationException();
    }

    private Process Run()
    {
        var process = Process.Start(AsServer(
            "postgres", "-D", Path.Combine(_folder, "data"), "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-k", _folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=60",
            "-c", "shared_preload_libraries=pg_stat_statements"))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); Thread.Sleep(50))
        {
            if (Answers())
                return process;
        }

        throw new InvalidOperationException("PostgreSQL did not start within a minute.");
    }

    private bool Answers()
    {
        try
        {
            _ = Scalar("postgres", "select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Username={User};Password={Password};Database={database};Pooling=false");

    /// <summary>The server refuses to run as root, so root hands it to its own user.</summary>
    private static ProcessStartInfo AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo(
                "setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    private static void Complete(Process? process)
    {
        var errors = process!.StartInfo.RedirectStandardError ? process.StandardError.ReadToEnd() : "";
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.FileName} failed: {errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
