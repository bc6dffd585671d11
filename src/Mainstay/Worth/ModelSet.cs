namespace Mainstay.Worth;

/// <summary>The models behind one analysis.</summary>
/// <param name="Attrition">The model that produced expected purchases and residual value; null when refused.</param>
/// <param name="State">The model that decides state and P(alive), MBG/NBD, or <c>fixed_rule</c>.</param>
/// <param name="Spend">The model of spend per purchase day.</param>
/// <param name="Alternatives">The other models of repeat buying, fitted to the same customers.</param>
/// <param name="Choice">Why this model: its record on the past beside the others'; null where it was asked for.</param>
public sealed record ModelSet(
    AttritionFit Attrition, AttritionFit State, SpendFit Spend, IReadOnlyList<AttritionFit> Alternatives,
    ComparisonDocument? Choice);
