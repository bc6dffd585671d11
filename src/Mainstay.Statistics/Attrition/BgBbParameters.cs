namespace Mainstay.Statistics.Attrition;

/// <summary>The four parameters of <see cref="BgBb"/>, all positive and finite.</summary>
/// <param name="Alpha">α: weight of buying; the mean probability to buy at an opportunity is α/(α + β).</param>
/// <param name="Beta">β: weight of not buying.</param>
/// <param name="Gamma">γ: weight of leaving; the mean probability to leave before one is γ/(γ + δ).</param>
/// <param name="Delta">δ: weight of staying.</param>
public readonly record struct BgBbParameters(double Alpha, double Beta, double Gamma, double Delta);
