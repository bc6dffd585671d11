namespace Mainstay.Statistics.Files;

/// <summary>Whether covariates explain more than chance would, as a model file keeps it.</summary>
/// <param name="Chi2">Twice what the log-likelihood gains.</param>
/// <param name="Df">Coefficients it took.</param>
/// <param name="P">Probability of so large a gain if they all did nothing.</param>
/// <param name="LogLikelihoodWithout">Log-likelihood of the same model without covariates.</param>
public sealed record LikelihoodRatio(double Chi2, int Df, double P, double LogLikelihoodWithout);
