namespace Mainstay.Lifecycle;

/// <summary>What a model foretells of customers of one history.</summary>
/// <param name="PAlive">Probability of still being a customer.</param>
/// <param name="PBuys">Probability of a purchase within the horizon.</param>
/// <param name="ExpectedPurchases">Purchases expected within the horizon.</param>
/// <param name="Low">Lower end of their interval; null without a posterior.</param>
/// <param name="High">Upper end.</param>
/// <param name="DiscountedResidualPurchases">All purchases to come, discounted; null where they have no end.</param>
public sealed record HistoryForecast(
    double PAlive, double PBuys, double ExpectedPurchases, double? Low, double? High,
    double? DiscountedResidualPurchases);
