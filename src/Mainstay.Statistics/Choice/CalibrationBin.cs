namespace Mainstay.Statistics.Choice;

/// <summary>Customers alike, and what they did beside what was expected.</summary>
/// <param name="Name">x, as in <c>3</c> or <c>7+</c>, or the tenth, 1 to 10.</param>
/// <param name="Customers">How many.</param>
/// <param name="Actual">Mean purchases in the holdout.</param>
/// <param name="Expected">Mean expected purchases.</param>
public sealed record CalibrationBin(string Name, double Customers, double Actual, double Expected);
