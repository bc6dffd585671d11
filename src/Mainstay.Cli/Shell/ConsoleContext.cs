using System.Collections;

namespace Mainstay.Cli.Shell;

/// <summary>The context of a real terminal: the one place that looks at the console.</summary>
internal static class ConsoleContext
{
    private const int DefaultWidth = 100;

    public static CliContext Create()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var plain = Console.IsOutputRedirected || environment.GetValueOrDefault("TERM") == "dumb";
        return CliContext.Over(output, Console.OpenStandardError(), Environment.CurrentDirectory) with
        {
            Width = Width(environment),
            Color = !plain,
            Interactive = !Console.IsErrorRedirected && !plain,
            Environment = environment,
        };
    }

    private static int Width(Dictionary<string, string> environment)
    {
        if (int.TryParse(environment.GetValueOrDefault("COLUMNS"), out var columns) && columns > 0)
            return columns;
        if (Console.IsOutputRedirected)
            return DefaultWidth;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}
