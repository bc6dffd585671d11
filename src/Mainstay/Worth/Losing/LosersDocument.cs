namespace Mainstay.Worth.Losing;

/// <summary>Who costs more than they bring, and why: the JSON contract of <c>worth losers</c>.</summary>
public sealed record LosersDocument
{
    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    /// <summary>Everybody whose contribution is negative, worst first; at most as many as were asked for.</summary>
    public required IReadOnlyList<LosingCustomer> Customers { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long CustomersTotal { get; init; }

    /// <summary>What they contribute together: a negative amount.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>
    /// Who cost money beside them and is no customer: bought nothing, or sent all of it back. In no tier, and not in
    /// the list.
    /// </summary>
    public required LosingOthers NeverBought { get; init; }

    /// <summary>Minutes of the firm's people they took; null where no minutes are known.</summary>
    public required decimal? Minutes { get; init; }

    /// <summary>What a minute spent on a gold customer earned; null where unknown.</summary>
    public required decimal? GoldEarnsPerMinute { get; init; }

    /// <summary>Why <see cref="GoldEarnsPerMinute"/>, and with it what was taken from gold, is null.</summary>
    public string? GoldEarnsPerMinuteReason => GoldEarnsPerMinute is null
        ? "no minutes of gold customers are known" : null;
}
