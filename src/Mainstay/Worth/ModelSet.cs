namespace Mainstay.Worth;

/// <summary>The models behind one analysis.</summary>
/// <param name="Attrition">The model that produced expected purchases and residual value; null when refused.</param>
/// <param name="State">The model that decides state and P(alive), MBG/NBD, or <c>fixed_rule</c>.</param>
/// <param name="Spend">The model of spend per purchase day.</param>
public sealed record ModelSet(AttritionFit Attrition, AttritionFit State, SpendFit Spend);
