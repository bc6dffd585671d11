using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mainstay.Benchmarks;

/// <summary>A PostgreSQL server with the settings it is installed with, on a free port; gone when disposed.</summary>
internal sealed class OwnServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-bench-").FullName;
    private readonly int _port;
    private readonly Process _process;

    public OwnServer()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        if (Environment.IsPrivilegedProcess)
            Process.Start("chown", ["postgres", _folder]).WaitForExit();
        Start("initdb", "-D", Data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale", "C").WaitForExit();
        _process = Start("postgres", "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder);
        while (!Answers())
            Thread.Sleep(100);
    }

    public string Address =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://bench@127.0.0.1:{_port}/postgres");

    private string Data => Path.Combine(_folder, "data");

    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(string.Create(
            CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=bench;Database=postgres"));
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var connection = Connect();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>The server refuses to run as root, so root hands it to its own user.</summary>
    private static Process Start(string program, params string[] arguments)
    {
        var path = Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin", program)).Last(File.Exists);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo(
                "setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
