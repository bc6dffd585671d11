using System.Text;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Tests.Shell;

/// <summary>One command run in this process, in a folder of its own, with what it wrote.</summary>
internal sealed record CommandRun(int Code, string Out, string Error)
{
    /// <summary>Both streams, for tests of what must never be said.</summary>
    public string Said => Out + Error;

    public static Task<CommandRun> In(string folder, params string[] args) =>
        With(new Dictionary<string, string>(), folder, args);

    /// <summary>The same, in an environment.</summary>
    public static async Task<CommandRun> With(
        IReadOnlyDictionary<string, string> environment, string folder, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var context = CliContext.Over(output, error, folder) with { Environment = environment };
        var code = await CommandHost.RunAsync(args, context, TestContext.Current.CancellationToken);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    public static Task<CommandRun> Of(params string[] args) => In(Path.GetTempPath(), args);
}
