using System.Text;
using System.Text.Json;
using Mainstay.Ledger.Engines;

namespace Mainstay.Cli.Shell;

/// <summary>
/// Writes a failure to the talk stream: a sentence with what to do, or the JSON object of the contract. A password
/// that was typed into an address is never repeated, wherever the address ended up.
/// </summary>
internal static class FailureWriter
{
    public static void Write(TextWriter error, Failure failure, OutputFormat format)
    {
        failure = failure with
        {
            Error = LedgerAddress.WithoutPassword(failure.Error),
            Where = Unspoken(failure.Where),
            Found = Unspoken(failure.Found),
        };
        if (format == OutputFormat.Json)
            error.WriteLine(Json(failure));
        else
            WriteText(error, failure);
    }

    private static string? Unspoken(string? text) => text is null ? null : LedgerAddress.WithoutPassword(text);

    private static void WriteText(TextWriter error, Failure failure)
    {
        var sentence = failure.Error is [.., '.' or '?' or '!'] ? failure.Error : $"{failure.Error}.";
        error.WriteLine(failure.Where is null ? $"mainstay: {sentence}" : $"mainstay: {failure.Where}: {sentence}");
        WriteLine(error, "found", failure.Found);
        WriteLine(error, "expected", failure.Expected);
        WriteLine(error, "do", failure.Do);
    }

    private static void WriteLine(TextWriter error, string label, string? text)
    {
        if (text is not null)
            error.WriteLine($"  {label + ":",-10}{text}");
    }

    private static string Json(Failure failure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("error", failure.Error);
            json.WriteString("where", failure.Where);
            json.WriteString("found", failure.Found);
            json.WriteString("expected", failure.Expected);
            json.WriteString("do", failure.Do);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
