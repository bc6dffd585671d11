namespace Mainstay.Demo;

/// <summary>
/// The parameters the sample was drawn from, to compare estimates with. Rates are per week of average season;
/// docs/explanation/sample-business.md tells the whole story.
/// </summary>
/// <param name="R">Shape of the gamma distribution of buying rates.</param>
/// <param name="Alpha">Its rate, in weeks.</param>
/// <param name="A">First parameter of the beta distribution of the chance to leave after a repeat purchase.</param>
/// <param name="B">Its second parameter.</param>
/// <param name="P">Shape of a basket's list value around the customer's own mean.</param>
/// <param name="Q">Shape of the spread of customers' means.</param>
/// <param name="Gamma">Scale of that spread, in pounds.</param>
public sealed record SampleTruth(double R, double Alpha, double A, double B, double P, double Q, double Gamma);
