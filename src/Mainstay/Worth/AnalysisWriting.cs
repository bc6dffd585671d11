using System.Text.Json.Serialization;

namespace Mainstay.Worth;

/// <summary>
/// Writes an analysis as <see cref="AnalysisJson"/> does, and cannot read one: what reading needs is compiled at every
/// start.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    WriteIndented = true)]
[JsonSerializable(typeof(AnalysisDocument))]
public sealed partial class AnalysisWriting : JsonSerializerContext;
