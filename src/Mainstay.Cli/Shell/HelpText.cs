using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Mainstay.Cli.Shell;

/// <summary>The parser's help at the terminal's width, followed by the command's examples.</summary>
internal sealed class HelpText(CliContext context) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var help = new HelpAction { MaxWidth = Math.Clamp(context.Width, 60, 100) };
        var text = new StringWriter { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = text;
        help.Invoke(parseResult);
        Write(text.ToString());
        if (parseResult.CommandResult.Command is ExampledCommand { Examples.Count: > 0 } command)
        {
            context.Out.WriteLine("Examples:");
            foreach (var example in command.Examples)
                context.Out.WriteLine($"  {example}");
        }

        return (int)ExitCode.Ok;
    }

    private void Write(string help)
    {
        foreach (var line in help.TrimEnd().Split('\n'))
            context.Out.WriteLine(line.TrimEnd());
        context.Out.WriteLine();
    }
}
