using System.Globalization;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Ledger;

/// <summary>Commands on a ledger that lives on a server: they work, and what fails is told without a password.</summary>
public sealed class ServerLedgerTests : IDisposable
{
    private const string Secret = "open-sesame-42";

    private readonly TemporaryFolder _folder = new();

    public ServerLedgerTests() => _folder.File("orders.csv", Orders.TwentyFour);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_is_named_by_an_option_and_its_password_by_the_environment()
    {
        var server = PostgresServer.Shared;
        var address = server.NewDatabase().Replace($":{server.Password}@", "@", StringComparison.Ordinal);
        var line = $"import orders.csv --ledger {address} --format json";

        var run = await ChildProcess.RunAsync(_folder.Path, $"mainstay {line}", ("PGPASSWORD", server.Password));
        Assert.True(run.Code == 0, run.Said);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(45, document.RootElement.GetProperty("imports")[0].GetProperty("created").GetInt64());
        Assert.False(File.Exists(Path.Combine(_folder.Path, "mainstay-data", "mainstay.duckdb")));

        using var again = ChildProcess.Start(_folder.Path, $"mainstay {line}", ("PGPASSWORD", server.Password));
        while (!again.HasExited)
        {
            Assert.DoesNotContain(server.Password, Processes(), StringComparison.Ordinal);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public async Task A_password_in_the_environments_address_is_used_and_never_said()
    {
        var server = PostgresServer.Shared;
        var address = server.NewDatabase();
        foreach (var args in (string[][])
                 [
                     ["import", "orders.csv"], ["status"], ["customers"], ["explain", "c00"], ["doctor"],
                     ["settings", "set", "currency", "EUR"], ["imports", "undo", "1"], ["imports"],
                 ])
        {
            var run = await RunAsync(address, args);
            Assert.True(run.Code == 0, $"{args[0]}: {run.Said}");
            Assert.DoesNotContain(server.Password, run.Said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("import", "orders.csv", "--ledger", $"postgres://ann:{Secret}@127.0.0.1/shop")]
    [InlineData("import", "orders.csv", "--ledger", $"postgres://ann:{Secret}#@127.0.0.1/shop")]
    [InlineData("import", "orders.csv", "--ledger", $"postgres://ann@127.0.0.1/shop?password={Secret}")]
    [InlineData("import", "orders.csv", "--ledgr", $"postgres://ann:{Secret}@127.0.0.1/shop")]
    [InlineData("settings", "set", "ledger", $"postgres://ann:{Secret}@127.0.0.1/shop")]
    [InlineData("status", $"postgres://ann:{Secret}@127.0.0.1/shop")]
    public async Task A_password_where_others_could_read_it_is_refused_and_not_repeated(params string[] args)
    {
        foreach (var format in (string[])["table", "json"])
        {
            var run = await RunAsync(null, [.. args, "--format", format]);
            Assert.Equal(2, run.Code);
            Assert.DoesNotContain(Secret, run.Said, StringComparison.Ordinal);
        }

        var settings = Path.Combine(_folder.Path, "mainstay-data", "mainstay.json");
        Assert.False(File.Exists(settings) && (await File.ReadAllTextAsync(settings, Token)).Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("postgres://mainstay:{wrong}@127.0.0.1:{port}/postgres", "does not accept this user's password")]
    [InlineData("postgres://nobody:{wrong}@127.0.0.1:{port}/postgres", "does not accept this user's password")]
    [InlineData("postgres://mainstay:{right}@127.0.0.1:{port}/nowhere", "no such database")]
    [InlineData("postgres://mainstay:{right}@127.0.0.1:1/postgres", "no server answers at this address")]
    [InlineData("postgres://mainstay:{right}@no-such-host.invalid/postgres", "no host of this name")]
    public async Task What_stands_between_us_and_the_server_is_said_in_words(string address, string words)
    {
        var server = PostgresServer.Shared;
        var whole = address.Replace("{wrong}", Secret, StringComparison.Ordinal)
            .Replace("{right}", server.Password, StringComparison.Ordinal)
            .Replace("{port}", server.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var run = await RunAsync(whole, "status", "--format", "json");

        Assert.Equal(3, run.Code);
        var json = run.Error[..(run.Error.LastIndexOf("\n}", StringComparison.Ordinal) is > 0 and var end ? end + 2 : run.Error.IndexOf('\n', StringComparison.Ordinal))];
        using var document = JsonDocument.Parse(json);
        Assert.Contains(words, document.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("postgres://", document.RootElement.GetProperty("where").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(document.RootElement.GetProperty("do").GetString()));
        Assert.DoesNotContain(Secret, run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Password, run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_make_tables_is_told_whom_to_ask()
    {
        var server = PostgresServer.Shared;
        var database = new Uri(server.NewDatabase()).AbsolutePath[1..];
        var user = $"u{Guid.CreateVersion7():n}";
        server.Execute(database, $"create role {user} login password '{Secret}'");
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        var run = await RunAsync($"postgres://{user}:{Secret}@127.0.0.1:{port}/{database}", "status");

        Assert.Equal(3, run.Code);
        Assert.Contains("this user may not do that on the server", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Said, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Processes() => string.Join('\n', Directory.EnumerateDirectories("/proc")
        .Select(folder => Path.Combine(folder, "cmdline")).Where(File.Exists).Select(Line));

    private static string Line(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";   // it ended meanwhile
        }
    }

    private Task<CommandRun> RunAsync(string? address, params string[] args)
    {
        var environment = new Dictionary<string, string> { ["MAINSTAY_DEBUG"] = "1" };
        if (address is not null)
            environment["MAINSTAY_LEDGER"] = address;
        return CommandRun.With(environment, _folder.Path, args);
    }
}
