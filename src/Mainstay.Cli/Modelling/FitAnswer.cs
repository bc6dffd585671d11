using Mainstay.Statistics.Files;

namespace Mainstay.Cli.Modelling;

/// <summary>A fit, and how many rows of the file it did not see.</summary>
internal sealed record FitAnswer(ModelFile File, long Rejected);
