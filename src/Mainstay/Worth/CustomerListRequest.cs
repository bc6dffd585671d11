namespace Mainstay.Worth;

/// <summary>Which customers to list, and how. Every filter is optional.</summary>
public sealed record CustomerListRequest
{
    /// <summary>Columns a list may be ordered by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } =
    [
        "customer", "frequency", "p_alive", "expected_purchases_12m", "net_revenue", "margin_to_date", "residual_value",
        "lifetime_value", "first_day", "last_day",
    ];

    /// <summary>Found anywhere in key, name or email, whatever the case.</summary>
    public string? Search { get; init; }

    public string? Stage { get; init; }

    public string? State { get; init; }

    public string? Tier { get; init; }

    /// <summary>One of <see cref="SortColumns"/>; what is most worth comes first by default.</summary>
    public string Sort { get; init; } = "lifetime_value";

    public bool Descending { get; init; } = true;

    /// <summary>Rows to pass over.</summary>
    public long Offset { get; init; }

    /// <summary>Rows to read: a screenful.</summary>
    public long Count { get; init; } = 50;
}
