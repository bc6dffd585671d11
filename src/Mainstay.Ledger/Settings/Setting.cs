using System.Text.Json;

namespace Mainstay.Ledger.Settings;

/// <summary>One thing a business decides for itself, as the command line, the pages and the schema describe it.</summary>
/// <param name="Name">Name in <c>mainstay.json</c> and on the command line.</param>
/// <param name="Meaning">One sentence for people.</param>
/// <param name="Default">Value while nothing is set, as written.</param>
/// <param name="Allowed">What may be set, in words.</param>
public sealed record Setting(string Name, string Meaning, string Default, string Allowed)
{
    /// <summary>Reads the JSON value into the settings; throws <see cref="MistakeException"/> when it is not allowed.</summary>
    public required Func<JsonElement, BusinessSettings, BusinessSettings> Apply { get; init; }

    /// <summary>The present value as <c>settings set</c> would take it.</summary>
    public required Func<BusinessSettings, string> Write { get; init; }

    /// <summary>Turns what a person typed into JSON, before <see cref="Apply"/> judges it.</summary>
    public Func<string, string> Parse { get; init; } = SettingText.AsString;

    /// <summary>The present value as <c>settings set</c> would take it.</summary>
    public string ValueIn(BusinessSettings settings) => Write(settings);
}
