using System.CommandLine;
using Mainstay.Cli.Forwarding;
using Mainstay.Ledger.Engines;

namespace Mainstay.Cli.Shell;

/// <summary>
/// Runs one command line in a context: parses, runs, and maps whatever goes wrong to words and an exit code.
/// </summary>
internal static class CommandHost
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliContext context, CancellationToken cancellationToken)
    {
        var format = CommonOptions.FormatOf(args);
        try
        {
            var code = await InvokeAsync(args, context, format, cancellationToken);
            await context.Out.FlushAsync(CancellationToken.None);
            await context.Output.FlushAsync(CancellationToken.None);
            await context.Error.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (Exception exception)
        {
            return Failed(exception, context, format);
        }
    }

    private static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, CliContext context, OutputFormat format, CancellationToken cancellationToken)
    {
        var common = new CommonOptions();
        var tree = CommandTree.Create(new Frame(context, common));
        if (Completion.IsAsked(args))
            return Completion.Write(tree, args, context);
        var line = tree.Parse(args);
        if (line.Action is HelpText help)
            return help.Invoke(line);
        if (line.Errors.Count > 0)
        {
            var failure = ParseFailure.Of(line);
            FailureWriter.Write(context.Error, failure, format);
            return (int)failure.Code;
        }

        if (line.CommandResult.Command is ExampledCommand { UsesLedger: true } && context.SendsToServe
            && line.GetValue(common.Ledger) is null
            && await Forwarder.TryRunAsync(
                args, context, common.WorkspaceOf(line, context), cancellationToken) is { } code)
            return code;
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = context.Out,
            Error = context.Error,
        };
        return await line.InvokeAsync(configuration, cancellationToken);
    }

    private static int Failed(Exception exception, CliContext context, OutputFormat format)
    {
        var failure = FailureMap.Of(exception);
        try
        {
            context.Out.Flush();
            context.Output.Flush();
        }
        catch (IOException)
        {
            // The reader is gone or the disk is full: the failure below says so, or there is nobody left to tell.
        }

        try
        {
            FailureWriter.Write(context.Error, failure, format);
            if (context.Variable("MAINSTAY_DEBUG") == "1")
                context.Error.WriteLine(LedgerAddress.WithoutPassword(exception.ToString()));
            context.Error.Flush();
        }
        catch (IOException)
        {
            // Nobody can be told; the exit code still says it.
        }

        return (int)failure.Code;
    }
}
