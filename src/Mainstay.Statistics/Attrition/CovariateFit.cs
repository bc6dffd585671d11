using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>What fitting a model with covariates gave, and what it would be without them.</summary>
/// <param name="Fitted">The model with covariates; its standard errors are of its parameters at the references.</param>
/// <param name="Without">The same family on the same customers without covariates.</param>
/// <param name="Test">Whether the covariates explain anything; null where either fit is refused.</param>
public sealed record CovariateFit(
    Fit<CovariateModel> Fitted, Fit<ILatentAttrition> Without, LikelihoodRatioTest? Test);
