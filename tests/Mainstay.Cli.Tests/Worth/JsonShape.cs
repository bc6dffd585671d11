using System.Text;
using System.Text.Json;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>Names and kinds of a JSON document, one line each: what a program that reads it depends on.</summary>
internal static class JsonShape
{
    public static string Of(JsonElement root)
    {
        var text = new StringBuilder();
        Append(text, "", root);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Append(text, $"{path}.{property.Name}", property.Value);
                break;
            case JsonValueKind.Array:
                if (element.GetArrayLength() == 0)
                    text.Append(path).Append("[]\n");
                else
                    Append(text, $"{path}[]", element[0]);
                break;
            default:
                text.Append(path).Append(' ').Append(Kind(element)).Append('\n');
                break;
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
