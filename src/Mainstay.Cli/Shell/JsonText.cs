using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mainstay.Cli.Shell;

/// <summary>How every JSON answer is written.</summary>
internal static class JsonText
{
    /// <summary>Indented, and readable outside ASCII: the output is a file or a terminal, never a web page.</summary>
    public static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One JSON document on the data stream, with a line feed after it.</summary>
    public static void Write(CliContext context, Action<Utf8JsonWriter> content)
    {
        context.Out.Flush();
        using (var json = new Utf8JsonWriter(context.Output, Options))
            content(json);
        context.Output.WriteByte((byte)'\n');
    }

    public static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case decimal number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, number); break;
            case DateOnly day: json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: json.WriteString(name, moment); break;
            case IEnumerable<string> words: WriteWords(json, name, words); break;
            default: json.WriteString(name, value.ToString()); break;
        }
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
