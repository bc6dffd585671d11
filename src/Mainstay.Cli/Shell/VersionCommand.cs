using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Shell;

/// <summary><c>mainstay version</c>.</summary>
internal static class VersionCommand
{
    public static string Mainstay { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "unknown";

    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("version", "Which Mainstay this is.");
        frame.Run(command, call => Write(call));
        return command;
    }

    private static ExitCode Write(Call call)
    {
        var rows = new (string Name, string Value)[]
        {
            ("mainstay", Mainstay),
            ("dotnet", Environment.Version.ToString()),
            ("system", RuntimeInformation.RuntimeIdentifier),
        };
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json =>
                {
                    json.WriteStartObject();
                    foreach (var (name, value) in rows)
                        json.WriteString(name, value);
                    json.WriteEndObject();
                });
                break;
            case OutputFormat.Csv:
                CsvText.WriteLine(call.Context.Out, rows.Select(row => row.Name));
                CsvText.WriteLine(call.Context.Out, rows.Select(row => row.Value));
                break;
            default:
                call.Context.Out.WriteLine($"mainstay {Mainstay} (.NET {rows[1].Value}, {rows[2].Value})");
                break;
        }

        return ExitCode.Ok;
    }
}
