using System.Net;
using System.Text;
using Mainstay.Cli.Forwarding;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Forwarding;

public sealed class ForwarderTests
{
    [Theory]
    [InlineData("version")]
    [InlineData("version", "--format", "json")]
    [InlineData("completion", "bash")]
    [InlineData("versoin")]
    public async Task A_command_sent_to_serve_prints_the_same_bytes_and_ends_in_the_same_code(params string[] args)
    {
        using var folder = new TemporaryFolder();
        using var serve = new Serving(folder.Path);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var context = CliContext.Over(output, error, folder.Path);

        var code = await Forwarder.TryRunAsync(args, context, folder.Path, TestContext.Current.CancellationToken);

        var here = await CommandRun.In(folder.Path, args);
        Assert.Equal(here.Code, code);
        Assert.Equal(here.Out, Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal(here.Error, Encoding.UTF8.GetString(error.ToArray()));
    }

    [Fact]
    public async Task A_file_left_by_a_dead_serve_is_ignored_and_removed()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, ServeFile.Name);
        new ServeFile("http://127.0.0.1:9", "token", Pid: int.MaxValue).Write(path);
        using var context = CliContext.Over(new MemoryStream(), new MemoryStream(), folder.Path);

        Assert.Null(await Forwarder.TryRunAsync(["version"], context, folder.Path, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_live_serve_that_refuses_the_token_is_said_so()
    {
        using var folder = new TemporaryFolder();
        using var serve = new Serving(folder.Path);
        var path = Path.Combine(folder.Path, ServeFile.Name);
        (ServeFile.Read(path)! with { Token = "wrong", Pid = Serving.LivingProcess }).Write(path);
        using var context = CliContext.Over(new MemoryStream(), new MemoryStream(), folder.Path);

        var thrown = await Assert.ThrowsAsync<CommandFailedException>(() =>
            Forwarder.TryRunAsync(["version"], context, folder.Path, TestContext.Current.CancellationToken));

        Assert.Equal("the running serve does not answer", thrown.Failure.Error);
        Assert.Equal(ExitCode.Failed, thrown.Failure.Code);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Only_the_owner_may_read_the_token()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps it by the folder's permissions.");
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.File(ServeFile.Name, "an older file that everybody could read");

        new ServeFile("http://127.0.0.1:5080", "token", 1).Write(path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    /// <summary>A bare HTTP server in front of <see cref="CommandServer"/>, as <c>serve</c> puts one.</summary>
    private sealed class Serving : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _loop;

        public Serving(string folder)
        {
            var address = $"http://127.0.0.1:{FreePort()}";
            _listener.Prefixes.Add(address + "/");
            _listener.Start();
            new ServeFile(address, "secret", Pid: int.MaxValue).Write(Path.Combine(folder, ServeFile.Name));
            _loop = AnswerAsync();
        }

        /// <summary>A process that lives as long as the machine.</summary>
        public static int LivingProcess => 1;

        public void Dispose()
        {
            _listener.Stop();
            _loop.Wait(TimeSpan.FromSeconds(5));
            _listener.Close();
        }

        private async Task AnswerAsync()
        {
            try
            {
                while (true)
                    await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
            {
                // Stopped.
            }
        }

        private static async Task AnswerAsync(HttpListenerContext call)
        {
            if (call.Request.Headers["Authorization"] != "Bearer secret")
                call.Response.StatusCode = 401;
            else
                await new CommandServer(context => context)
                    .HandleAsync(call.Request.InputStream, call.Response.OutputStream, TestContext.Current.CancellationToken);
            call.Response.Close();
        }

        private static int FreePort()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
