using System.CommandLine;
using System.CommandLine.Help;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Modelling;
using Mainstay.Cli.Serve;
using Mainstay.Cli.Worth;

namespace Mainstay.Cli.Shell;

/// <summary>Every command, in the order people meet them. Creating one touches nothing but its options.</summary>
internal static class CommandTree
{
    public static Command Create(Frame frame)
    {
        var root = new ExampledCommand("mainstay", "What each customer is worth, why, and what to do about it next.",
            "mainstay demo                                     a sample business to look around in",
            "mainstay analyze orders.csv --report worth.html   what each customer in a file is worth");
        root.Options.Add(new HelpOption("--help", "-h")
        {
            Description = "Show this help.",
            Action = new HelpText(frame.Context),
            Recursive = true,
        });
        frame.Common.AddTo(root);
        foreach (var command in Commands(frame))
            root.Subcommands.Add(command);
        RefuseUnknownOptions(root);
        root.SetAction(line => new HelpText(frame.Context).Invoke(line));
        return root;
    }

    private static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
            Options.RefuseUnknown(argument);
        foreach (var each in command.Subcommands)
            RefuseUnknownOptions(each);
    }

    private static IEnumerable<Command> Commands(Frame frame) =>
    [
        DemoCommand.Create(frame),
        AnalyzeCommand.Create(frame),
        ImportCommand.Create(frame),
        ImportsCommand.Create(frame),
        SettingsCommand.Create(frame),
        StatusCommand.Create(frame),
        DistributeCommand.Create(frame),
        CustomersCommand.Create(frame),
        CustomerCommand.Create(frame),
        ExplainCommand.Create(frame),
        WorthCommand.Create(frame),
        ModelCommand.Create(frame),
        ServeCommand.Create(frame),
        ReportCommand.Create(frame),
        ExportCommand.Create(frame),
        DoctorCommand.Create(frame),
        CompletionCommand.Create(frame),
        VersionCommand.Create(frame),
    ];
}
