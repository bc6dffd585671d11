using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Worth.Costing;
using Mainstay.Cli.Worth.Ladder;
using Mainstay.Cli.Worth.Lifetime;
using Mainstay.Cli.Worth.Losing;
using Mainstay.Cli.Worth.Tiers;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay worth</c>: what the customers are worth, on one screen; each part has its command.</summary>
internal static class WorthCommand
{
    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("worth",
            "What customers earn, cost and are worth: equity, ladder, tiers; each in full below.",
            "mainstay worth",
            "mainstay worth losers",
            "mainstay worth what-if reprice --by 0.10 --leave 0.2")
        { UsesLedger = true };
        command.Subcommands.Add(TiersCommand.Create(frame));
        command.Subcommands.Add(CostsCommand.Create(frame));
        command.Subcommands.Add(LosersCommand.Create(frame));
        command.Subcommands.Add(ClvCommand.Create(frame));
        command.Subcommands.Add(LadderCommand.Create(frame));
        command.Subcommands.Add(WhatIfCommand.Create(frame));
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var overview = await WorthOverview.ReadAsync(analysis, cancellationToken);
            switch (call.Format)
            {
                case OutputFormat.Json:
                    overview.WriteJson(call.Context);
                    break;
                case OutputFormat.Csv:
                    overview.WriteCsv(call);
                    break;
                default:
                    OverviewPage.Write(call.Page, overview, analysis.Figures);
                    break;
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
