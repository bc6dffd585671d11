using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>Whom a what-if is about, and how many of them might leave; the same for every action.</summary>
internal sealed class WhatIfWhom(bool mayStay = true)
{
    private readonly Option<string?> _tier = Options.OneOf(
        "--tier", "Everybody in this tier; default: losing.",
        [.. Tier.All.Select(name => (name, (string?)name))]);

    private readonly Option<string[]> _customers = new("--customer")
    {
        Description = "This customer, by key or email; may be repeated.",
        HelpName = "KEY",
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _withExceptions = new("--with-exceptions")
    {
        Description = "Also those who stay by a dated exception.",
    };

    private readonly Option<decimal?> _leave = Options.Fraction(
        "--leave", "Probability that each of them leaves because of it, or a small order is not placed; default: 0.");

    public void AddTo(Command command)
    {
        command.Options.Add(_tier);
        command.Options.Add(_customers);
        command.Options.Add(_withExceptions);
        if (mayStay)
            command.Options.Add(_leave);
    }

    /// <summary>The request with the customers meant, each known to the ledger.</summary>
    public async Task<WhatIfRequest> AskAsync(
        Call call, WorkspaceAnalysis analysis, WhatIfRequest request, CancellationToken cancellationToken)
    {
        var (tier, keys) = (call.Value(_tier), call.Value(_customers)!);
        if (tier is not null && keys.Length > 0)
            throw new CommandFailedException(new Failure(
                "a tier and customers cannot both be meant", Where: "--tier and --customer",
                Expected: "one of them", Do: "leave out --tier to ask about these customers alone"));
        var customers = new List<string>();
        foreach (var key in keys.Distinct())
            customers.Add((await CustomerKey.FindAsync(analysis, key, cancellationToken)).CustomerKey);
        return request with
        {
            Tier = tier ?? Tier.Losing,
            Customers = customers,
            LeaveProbability = mayStay ? call.Value(_leave) ?? 0 : 1,
            WithExceptions = call.Value(_withExceptions),
        };
    }
}
