namespace Mainstay.Worth.Losing;

/// <summary>What somebody thinks of doing, and with whom.</summary>
public sealed record WhatIfRequest
{
    /// <summary>reprice, minimum_order, self_service or let_go.</summary>
    public required string Action { get; init; }

    /// <summary>Whom: a tier, default those who lose money; ignored where <see cref="Customers"/> names some.</summary>
    public string Tier { get; init; } = Worth.Tier.Losing;

    /// <summary>Keys of the customers meant; empty: the whole tier.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>reprice: fraction added to prices. self_service: fraction of service that goes.</summary>
    public decimal Amount { get; init; } = 0.10m;

    /// <summary>minimum_order: smallest order still taken, in the business's currency.</summary>
    public decimal MinimumOrder { get; init; }

    /// <summary>Probability that a customer leaves because of it, 0 to 1.</summary>
    public decimal LeaveProbability { get; init; }

    /// <summary>True: customers with an exception are asked too.</summary>
    public bool WithExceptions { get; init; }
}
