using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary><c>mainstay worth what-if …</c>: what an action would have changed, before anybody is told.</summary>
internal static class WhatIfCommand
{
    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("what-if", "What doing something about losing customers would have changed.",
            "mainstay worth what-if reprice --by 0.10 --leave 0.2",
            "mainstay worth what-if let-go --customer c017 --customer c042");
        command.Subcommands.Add(Reprice(frame));
        command.Subcommands.Add(MinimumOrder(frame));
        command.Subcommands.Add(SelfService(frame));
        command.Subcommands.Add(LetGo(frame));
        command.SetAction(line => new HelpText(frame.Context).Invoke(line));
        return command;
    }

    private static ExampledCommand Reprice(Frame frame)
    {
        var by = Options.Fraction("--by", "Added to their prices; default: 0.10.");
        var command = Named("reprice", "Raise their prices.", "mainstay worth what-if reprice --by 0.10 --leave 0.2");
        command.Options.Add(by);
        return Run(frame, command, new WhatIfWhom(), call => new WhatIfRequest
        {
            Action = WhatIfAction.Reprice,
            Amount = call.Value(by) ?? 0.10m,
        });
    }

    private static ExampledCommand MinimumOrder(Frame frame)
    {
        var least = Options.Amount("--least", "Smallest order still taken, in the business's currency.");
        least.Required = true;
        var command = Named(
            "minimum-order", "Take no order below an amount.", "mainstay worth what-if minimum-order --least 25");
        command.Options.Add(least);
        return Run(frame, command, new WhatIfWhom(), call => new WhatIfRequest
        {
            Action = WhatIfAction.MinimumOrder,
            MinimumOrder = call.Value(least)!.Value,
        });
    }

    private static ExampledCommand SelfService(Frame frame)
    {
        var share = Options.Fraction("--share", "Part of the service they would do for themselves; default: 0.50.");
        var command = Named("self-service", "Let them do part of what we do for them.",
            "mainstay worth what-if self-service --share 0.5 --tier thin");
        command.Options.Add(share);
        return Run(frame, command, new WhatIfWhom(), call => new WhatIfRequest
        {
            Action = WhatIfAction.SelfService,
            Amount = call.Value(share) ?? 0.50m,
        });
    }

    private static ExampledCommand LetGo(Frame frame) => Run(
        frame, Named("let-go", "Serve them no longer.", "mainstay worth what-if let-go --customer c017"),
        new WhatIfWhom(mayStay: false),
        _ => new WhatIfRequest { Action = WhatIfAction.LetGo });

    private static ExampledCommand Named(string name, string description, string example) =>
        new(name, description, example) { UsesLedger = true };

    private static ExampledCommand Run(
        Frame frame, ExampledCommand command, WhatIfWhom whom, Func<Call, WhatIfRequest> what)
    {
        whom.AddTo(command);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var request = await whom.AskAsync(call, analysis, what(call), cancellationToken);
            var answer = await analysis.Reports.WhatIfAsync(analysis.Snapshot, request, cancellationToken);
            WorthAnswer.Write(call, answer, WorthJson.Readable.WhatIfDocument,
                () => WhatIfCsv.Write(call, answer),
                () => WhatIfPage.Write(call.Page, answer, request, analysis.Figures));
            return ExitCode.Ok;
        });
        return command;
    }
}
