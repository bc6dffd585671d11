using System.CommandLine;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model …</c>: the statistics themselves, on any file.</summary>
internal static class ModelCommand
{
    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("model", "The statistics themselves, on any file; no workspace is needed.",
            "mainstay model compare orders.csv",
            "mainstay model survival contracts.csv --duration months --event cancelled --by plan");
        command.Subcommands.Add(FitCommand.Create(frame));
        command.Subcommands.Add(CompareCommand.Create(frame));
        command.Subcommands.Add(PredictCommand.Create(frame));
        command.Subcommands.Add(SimulateCommand.Create(frame));
        command.Subcommands.Add(SurvivalCommand.Create(frame));
        command.SetAction(line => new HelpText(frame.Context).Invoke(line));
        return command;
    }
}
