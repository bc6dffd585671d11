using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Identity;

namespace Mainstay.Cli.Worth;

/// <summary>Finds the one customer a person means by a key or an email.</summary>
internal static class CustomerKey
{
    public static Argument<string> Argument() => new("KEY") { Description = "The customer's key or email." };

    public static async Task<KnownCustomer> FindAsync(
        WorkspaceAnalysis analysis, string key, CancellationToken cancellationToken)
    {
        using var connection = analysis.Connect();
        var found = await CustomerLookup.FindAsync(connection, key, cancellationToken);
        return found.Count > 0 ? found[0] : throw Unknown(key);
    }

    public static CommandFailedException Unknown(string key) => new(new Failure("no customer has this key or email",
        Where: key, Expected: "a key or an email from the ledger", Do: $"mainstay customers {key}"));
}
