namespace Mainstay.Statistics.Posterior;

/// <summary>A central interval: as much probability lies below <see cref="Low"/> as above <see cref="High"/>.</summary>
/// <param name="Low">The (1 − level)/2 quantile.</param>
/// <param name="High">The (1 + level)/2 quantile.</param>
/// <param name="Level">How much probability lies between them, such as 0.9.</param>
public readonly record struct Interval(double Low, double High, double Level);
