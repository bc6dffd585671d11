using System.Text.Json.Serialization;

namespace Mainstay.Worth;

/// <summary>
/// The analysis as JSON: snake_case names, numbers as numbers, ISO dates, every property present. The same context
/// writes the command line's answer, the snapshot and the pages' data.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    WriteIndented = true)]
[JsonSerializable(typeof(AnalysisDocument))]
[JsonSerializable(typeof(CustomerWorth))]
[JsonSerializable(typeof(IReadOnlyList<CustomerWorth>))]
[JsonSerializable(typeof(CustomerExplanation))]
[JsonSerializable(typeof(CustomerPage))]
[JsonSerializable(typeof(ComparisonDocument))]
public sealed partial class AnalysisJson : JsonSerializerContext;
