using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;

namespace Mainstay.Worth;

/// <summary>
/// The answers of <c>worth</c> as JSON; apart from <see cref="AnalysisJson"/>, which every start pays for.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    WriteIndented = true)]
[JsonSerializable(typeof(TiersDocument))]
[JsonSerializable(typeof(CostsDocument))]
[JsonSerializable(typeof(LadderDocument))]
[JsonSerializable(typeof(ClvDocument))]
[JsonSerializable(typeof(LosersDocument))]
[JsonSerializable(typeof(WhatIfDocument))]
public sealed partial class WorthJson : JsonSerializerContext
{
    /// <summary>As written for people and programs: indented, text as it is instead of escaped.</summary>
    public static WorthJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
