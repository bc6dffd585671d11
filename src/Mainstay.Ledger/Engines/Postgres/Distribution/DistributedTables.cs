using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>Which tables go with their customer to another machine, and which stay.</summary>
internal static class DistributedTables
{
    /// <summary>The column that decides the machine; never updated.</summary>
    public const string Column = "customer_id";

    /// <summary>One row or more per customer: they live where their customer lives.</summary>
    public static IReadOnlyList<string> ByCustomer { get; } =
    [
        "identities", "customers", "order_lines", "refunds", "refund_matches", "memberships", "purchase_days",
        "customer_snapshots", "facts", "cost_snapshots",
    ];

    /// <summary>Small, or without a customer: they stay with the coordinator, or are copied whole to every machine.</summary>
    public static IReadOnlyList<string> Whole { get; } = ["imports", "products", "snapshots", "ledger_info"];

    /// <summary>Views that say how much there is, without whose: each machine sums up its own rows.</summary>
    public static IReadOnlyList<string> Totals { get; } =
        [.. SchemaStatements.Views.Select(view => view.Name).Where(name => name.EndsWith("_totals", StringComparison.Ordinal))];
}
