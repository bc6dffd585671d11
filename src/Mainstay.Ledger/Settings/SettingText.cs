using System.Globalization;
using System.Text.Json;

namespace Mainstay.Ledger.Settings;

/// <summary>Turns typed text into JSON values: lenient about shape, never about meaning.</summary>
internal static class SettingText
{
    public static string AsString(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>A number when it is one; otherwise a string, for the setting to refuse by name.</summary>
    public static string AsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : AsString(text);

    /// <summary><c>0.05, 0.16, 0.44</c> as an array of numbers; JSON stays as it is.</summary>
    public static string AsNumbers(string text) =>
        text.TrimStart().StartsWith('[') || text.TrimStart().StartsWith('{')
            ? Json(text)
            : $"[{string.Join(", ", text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(AsNumber))}]";

    /// <summary><c>USD=0.92, GBP=1.17</c> as an object of numbers; JSON stays as it is; nothing is an empty object.</summary>
    public static string AsRates(string text)
    {
        if (text.TrimStart().StartsWith('{'))
            return Json(text);
        var pairs = text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        return $"{{{string.Join(", ", pairs.Select(pair =>
            $"{AsString(pair[0].ToUpperInvariant())}: {AsNumber(pair.ElementAtOrDefault(1) ?? "")}"))}}}";
    }

    private static string Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return AsString(text);
        }
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
