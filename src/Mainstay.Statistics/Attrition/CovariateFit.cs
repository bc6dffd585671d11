using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Survival;

namespace Mainstay.Statistics.Attrition;

/// <summary>What fitting a model with covariates gave, and what it would be without them.</summary>
/// <param name="Fitted">The model with covariates; its standard errors are of its parameters at the references.</param>
/// <param name="Without">The same family on the same customers without covariates.</param>
/// <param name="Test">
/// Whether the covariates explain more than chance would: twice the gain in log-likelihood. [Wilks 1938] Null where a fit
/// is refused or no covariate could be used.
/// </param>
public sealed record CovariateFit(
    Fit<CovariateModel> Fitted, Fit<ILatentAttrition> Without, ChiSquaredTest? Test);
