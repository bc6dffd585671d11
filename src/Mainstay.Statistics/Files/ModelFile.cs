using System.Text.Json;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Files;

/// <summary>
/// A fitted attrition model as versioned JSON: what it takes to predict with it elsewhere and later, and what it was
/// fitted to. Written and read back, every number is the same to the last bit.
/// </summary>
public sealed record ModelFile
{
    /// <summary>The <c>format</c> of every such file.</summary>
    public const string FormatName = "mainstay-model";

    /// <summary>The version this program writes; it reads every 1.x.</summary>
    public const string CurrentVersion = "1.0";

    private const int KeptPoints = 64;

    /// <summary>What kind of file this is: <see cref="FormatName"/>.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>Version of the format: a higher number before the dot is not understood by older programs.</summary>
    public string Version { get; init; } = CurrentVersion;

    /// <summary>Version of the program that fitted.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Model name, such as <c>bg-nbd</c>; null when the data refused one.</summary>
    public required string? Model { get; init; }

    /// <summary>Parameters by letter.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Standard errors by letter; empty where the data do not determine the parameters.</summary>
    public required IReadOnlyDictionary<string, double> StandardErrors { get; init; }

    /// <summary>Log-likelihood at the optimum; null when refused.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>Customers fitted to.</summary>
    public required double Customers { get; init; }

    /// <summary>Distinct histories among them.</summary>
    public required int DistinctRows { get; init; }

    /// <summary>Whether the search reached an optimum.</summary>
    public required bool Converged { get; init; }

    /// <summary>What the fit found, in words.</summary>
    public required IReadOnlyList<string> Diagnosis { get; init; }

    /// <summary>Unit of time of the parameters: day, week or month.</summary>
    public required string Period { get; init; }

    /// <summary>End of observation; null where the file fitted to did not say.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Draws behind intervals; null where they are not reliable.</summary>
    public StoredDraws? Posterior { get; init; }

    /// <summary>Seconds by step: prepare, fit, posterior, predict.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    /// <summary>The file of a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="posterior">Its posterior, if one was drawn.</param>
    /// <param name="period">Unit of time the histories were in.</param>
    /// <param name="engineVersion">Version of the program.</param>
    public static ModelFile Of(
        Fit<ILatentAttrition> fit, AttritionPosterior? posterior, Period period, string engineVersion)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(period);
        return new()
        {
            EngineVersion = engineVersion,
            Model = fit.Model?.Name,
            Parameters = fit.Model?.Parameters ?? Letters.None,
            StandardErrors = fit.StandardErrors,
            LogLikelihood = fit.LogLikelihood,
            Customers = fit.Customers,
            DistinctRows = fit.DistinctRows,
            Converged = fit.Converged,
            Diagnosis = [.. fit.Diagnosis.Select(diagnosis => diagnosis.Message)],
            Period = period.Name,
            Posterior = posterior is { Reliable: true } ? StoredDraws.Of(posterior, KeptPoints) : null,
        };
    }

    /// <summary>The model itself.</summary>
    /// <exception cref="FormatException">The file holds no model, an unknown one, or impossible parameters.</exception>
    public ILatentAttrition ToModel() => At(Parameters);

    /// <summary>The posterior; null where the file keeps none.</summary>
    /// <exception cref="FormatException">As for <see cref="ToModel"/>.</exception>
    public StoredPosterior? ToPosterior() => Posterior is null
        ? null
        : new(ToModel(), [.. Posterior.Checked().Select(At)]);

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ModelFileJson.Readable.ModelFile);

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
        var family = AttritionFamilies.Named(Model) ?? throw new FormatException(
            $"the model file holds a {Model}, which this program does not know; it knows "
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
