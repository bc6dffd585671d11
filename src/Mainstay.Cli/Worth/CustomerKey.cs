using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Identity;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Worth;

/// <summary>A command about the one customer a person means by a key or an email.</summary>
internal static class CustomerKey
{
    private const int Candidates = 500;

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

    public static CommandFailedException Unknown(string key, string? near = null) => new(new Failure(
        "no customer has this key or email", Where: key,
        Expected: near is null ? "a key or an email from the ledger" : $"{near}, perhaps",
        Do: $"mainstay customers {key}"));

    /// <summary>The customer with that key or email; a mistyped key is answered with the nearest one.</summary>
    public static async Task<KnownCustomer> FindAsync(
        WorkspaceAnalysis analysis, string key, CancellationToken cancellationToken)
    {
        using var connection = analysis.Connect();
        var found = await CustomerLookup.FindAsync(connection, key, cancellationToken);
        return found.Count > 0 ? found[0] : throw Unknown(key, await NearAsync(analysis, key, cancellationToken));
    }

    /// <summary>The nearest of those that share the longer beginning of the key, or its end.</summary>
    private static async Task<string?> NearAsync(
        WorkspaceAnalysis analysis, string key, CancellationToken cancellationToken)
    {
        var half = key.Length / 2;
        foreach (var part in (string[])[key, key[..half], key[half..]])
        {
            if (part.Length < 2)
                continue;
            var page = await analysis.Customers.ListAsync(
                analysis.Snapshot, new() { Search = part, Count = Candidates }, cancellationToken);
            if (NearestName.To(key, page.Customers.Select(customer => customer.Customer)) is { } near)
                return near;
        }

        return null;
    }
}
