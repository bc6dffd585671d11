using Mainstay.Cli.Shell;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Cli.Modelling;

/// <summary>A model file somebody named, read and understood, or refused in words.</summary>
internal sealed record FittedModel(ILatentAttrition Model, StoredPosterior? Posterior, Period Period)
{
    public static FittedModel Of(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandFailedException(new Failure(
                Directory.Exists(path) ? "this is a folder" : "there is no such file", Where: path,
                Expected: "a model file, from mainstay model fit --out", Do: "check the path"));
        }

        try
        {
            var file = ModelFile.Parse(File.ReadAllText(path));
            var model = file.ToModel();
            return Period.TryParse(file.Period, out var period)
                ? new(model, file.ToPosterior(), period)
                : throw new FormatException($"the period \"{file.Period}\" is not known; expected day, week or month.");
        }
        catch (FormatException refused)
        {
            throw new CommandFailedException(new Failure(
                "the model file cannot be used", Where: path, Found: refused.Message,
                Expected: "a file from mainstay model fit --out",
                Do: "fit again: mainstay model fit FILE --out model.json"));
        }
    }
}
