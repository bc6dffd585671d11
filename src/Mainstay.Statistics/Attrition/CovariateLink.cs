namespace Mainstay.Statistics.Attrition;

/// <summary>One parameter that covariates multiply: p·e^(sign·γᵀ(z − z̄)).</summary>
/// <param name="Parameter">Its place among the letters.</param>
/// <param name="Sign">−1 for a rate parameter, so that a positive coefficient means more of its process.</param>
/// <param name="Process">purchase or dropout.</param>
internal readonly record struct CovariateLink(int Parameter, int Sign, string Process);
