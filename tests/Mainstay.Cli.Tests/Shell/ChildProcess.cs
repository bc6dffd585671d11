using System.Diagnostics;

namespace Mainstay.Cli.Tests.Shell;

/// <summary>The program as a process of its own, started by a line of bash that calls it <c>mainstay</c>.</summary>
internal static class ChildProcess
{
    public static async Task<CommandRun> RunAsync(
        string folder, string line, params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, line, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return new CommandRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a line; skips the calling test where there is no Linux to start it on.</summary>
    public static Process Start(string folder, string line, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits and devices are Linux's here.");
        var program = Path.Combine(AppContext.BaseDirectory, "Mainstay.Cli.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"mainstay() {{ exec dotnet '{program}' \"$@\"; }}\n{line}"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";   // else the runtime itself wants files beyond ulimit -f
        start.Environment.Remove("MAINSTAY_WORKSPACE");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
