namespace Mainstay.Worth.Costing;

/// <summary>
/// What an activity takes where nothing was measured: our minutes by what the work is for, at the business's cost of a
/// minute. Every figure from here carries the mark default, or estimated once the business set its own cost.
/// </summary>
internal static class RateCard
{
    /// <summary>
    /// About 30 an hour with what an employer pays on top: only where a unit of money is worth about that.
    /// </summary>
    private const decimal CostPerMinute = 0.50m;

    private static readonly HashSet<string> s_currencies = new(StringComparer.Ordinal)
    {
        "XXX", "EUR", "USD", "GBP", "CHF", "AUD", "CAD", "NZD", "SGD",
    };

    /// <summary>Cost of a minute where neither pool nor rate says; null where we know none for the currency.</summary>
    public static decimal? MinuteCost(decimal? declared, string currency) =>
        declared ?? (s_currencies.Contains(currency) ? CostPerMinute : null);

    /// <summary>Our minutes of one activity of a category.</summary>
    public static decimal Minutes(string category) => category switch
    {
        CostCategory.OrderHandling => 5,
        CostCategory.Support => 10,
        CostCategory.Returns => 15,
        CostCategory.Rework => 20,
        CostCategory.SpecialDelivery => 20,
        CostCategory.Negotiation => 30,
        _ => 10,
    };
}
