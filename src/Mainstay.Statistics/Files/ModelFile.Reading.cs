using System.Text.Json;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Files;

public sealed partial record ModelFile
{
    /// <summary>The model itself.</summary>
    /// <exception cref="FormatException">The file holds no model, an unknown one, or impossible parameters.</exception>
    public ILatentAttrition ToModel() => At(Parameters);

    /// <summary>The posterior; null where the file keeps none.</summary>
    /// <exception cref="FormatException">As for <see cref="ToModel"/>.</exception>
    public StoredPosterior? ToPosterior() => Posterior is null
        ? null
        : new(ToModel(), [.. Posterior.Checked().Select(At)]);

    /// <summary>Reads a file's text.</summary>
    /// <param name="json">The whole text.</param>
    /// <exception cref="FormatException">It is no model file, or of a newer major version; the message says which.</exception>
    public static ModelFile Parse(string json)
    {
        CheckVersion(json);
        try
        {
            return JsonSerializer.Deserialize(json, ModelFileJson.Readable.ModelFile)!;
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the model file is damaged: {broken.Message}", broken);
        }
    }

    private static void CheckVersion(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String
                || format.GetString() != FormatName
                || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.String)
                throw new FormatException($"this is not a model file: \"format\" is not \"{FormatName}\".");
            if (version.GetString() is not { } text || text.Split('.')[0] != CurrentVersion.Split('.')[0])
            {
                throw new FormatException(
                    $"the model file has format version {version.GetString()}; this program reads 1.x. Use the Mainstay "
                    + "that wrote it, or a newer one.");
            }
        }
        catch (JsonException broken)
        {
            throw new FormatException($"this is not a model file: {broken.Message}", broken);
        }
    }

    private ILatentAttrition At(IReadOnlyDictionary<string, double> parameters)
    {
        if (Model is null)
            throw new FormatException("the model file holds no model: the data refused one.");
        if (Covariates is not null)
        {
            throw new FormatException(
                "the model file holds covariates; predictions with them need CovariateModel of the library.");
        }

        var family = AttritionFamilies.Named(Model) ?? throw new FormatException(
            $"the model file holds a {Model}, which neither predicts nor simulates from a file; expected "
            + $"{string.Join(", ", AttritionFamilies.All.Select(known => known.Name))}.");
        try
        {
            return family.With(parameters);
        }
        catch (ArgumentException impossible)
        {
            throw new FormatException($"the model file's parameters are impossible: {impossible.Message}", impossible);
        }
    }
}
