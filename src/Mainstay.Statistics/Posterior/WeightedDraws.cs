namespace Mainstay.Statistics.Posterior;

/// <summary>Draws with weights that sum to 1.</summary>
/// <param name="Values">The draws.</param>
/// <param name="Weights">Their weights.</param>
public sealed record WeightedDraws(IReadOnlyList<double> Values, IReadOnlyList<double> Weights);
