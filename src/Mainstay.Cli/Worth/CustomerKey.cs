using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Identity;

namespace Mainstay.Cli.Worth;

/// <summary>A command about the one customer a person means by a key or an email.</summary>
internal static class CustomerKey
{
    /// <summary>The command, run with the workspace's analysis and the customer its key names.</summary>
    public static Command Command(Frame frame, string name, string description, CustomerVerb verb)
    {
        var key = new Argument<string>("KEY") { Description = "The customer's key or email." };
        var command = new ExampledCommand(name, description, $"mainstay {name} ann@example.org") { UsesLedger = true };
        command.Arguments.Add(key);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            await verb(
                call, analysis, await FindAsync(analysis, call.Value(key)!, cancellationToken), cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    public static CommandFailedException Unknown(string key) => new(new Failure("no customer has this key or email",
        Where: key, Expected: "a key or an email from the ledger", Do: $"mainstay customers {key}"));

    private static async Task<KnownCustomer> FindAsync(
        WorkspaceAnalysis analysis, string key, CancellationToken cancellationToken)
    {
        using var connection = analysis.Connect();
        var found = await CustomerLookup.FindAsync(connection, key, cancellationToken);
        return found.Count > 0 ? found[0] : throw Unknown(key);
    }
}
