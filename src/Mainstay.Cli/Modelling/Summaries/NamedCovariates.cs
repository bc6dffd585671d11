using Mainstay.Statistics.Survival;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>Columns as numbers, and what those made of texts are compared with.</summary>
/// <param name="Columns">A number for each row.</param>
/// <param name="ComparedWith">By covariate: the value that has none of its own.</param>
internal sealed record NamedCovariates(Covariates Columns, IReadOnlyDictionary<string, string> ComparedWith);
