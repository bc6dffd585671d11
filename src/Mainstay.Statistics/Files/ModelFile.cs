using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Files;

/// <summary>
/// A fitted attrition model as versioned JSON: what it takes to predict with it elsewhere and later, and what it was
/// fitted to. Written and read back, every number is the same to the last bit.
/// </summary>
public sealed partial record ModelFile
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

    /// <summary>Unit of time of the parameters: day, week or month; null where the model knows no time.</summary>
    public required string? Period { get; init; }

    /// <summary>End of observation; null where the file fitted to did not say.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What covariates do; null for a fit without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FittedCovariate>? Covariates { get; init; }

    /// <summary>Whether the covariates explain more than chance would; null for a fit without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LikelihoodRatio? LikelihoodRatio { get; init; }

    /// <summary>Draws behind intervals; null where they are not reliable.</summary>
    public StoredDraws? Posterior { get; init; }

    /// <summary>Seconds by step: prepare, fit, posterior, predict.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    /// <summary>The file of a fit of an attrition model.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="posterior">Its posterior, if one was drawn.</param>
    /// <param name="period">Unit of time the histories were in.</param>
    /// <param name="engineVersion">Version of the program.</param>
    public static ModelFile Of(
        Fit<ILatentAttrition> fit, AttritionPosterior? posterior, Period period, string engineVersion)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(period);
        return Of(fit, fit.Model?.Name, fit.Model?.Parameters, period, engineVersion) with
        {
            Posterior = posterior is { Reliable: true } ? StoredDraws.Of(posterior, KeptPoints) : null,
        };
    }

    /// <summary>The file of a fit of any model, to be read by people and programs; only attrition models come back.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="model">The model's name; null when refused.</param>
    /// <param name="parameters">Its parameters; null when refused.</param>
    /// <param name="period">Unit of time of the parameters; null where the model knows no time.</param>
    /// <param name="engineVersion">Version of the program.</param>
    public static ModelFile Of<TModel>(
        Fit<TModel> fit, string? model, IReadOnlyDictionary<string, double>? parameters, Period? period,
        string engineVersion)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new()
        {
            EngineVersion = engineVersion,
            Model = model,
            Parameters = parameters ?? Letters.None,
            StandardErrors = fit.StandardErrors,
            LogLikelihood = fit.LogLikelihood,
            Customers = fit.Customers,
            DistinctRows = fit.DistinctRows,
            Converged = fit.Converged,
            Diagnosis = [.. fit.Diagnosis.Select(diagnosis => diagnosis.Message)],
            Period = period?.Name,
        };
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ModelFileJson.Readable.ModelFile);
}
