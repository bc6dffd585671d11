using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Worth;

/// <summary>Writes an answer of <c>worth</c> in the format asked for.</summary>
internal static class WorthAnswer
{
    public static void Write<T>(Call call, T document, JsonTypeInfo<T> json, Action csv, Action page)
    {
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, writer => JsonSerializer.Serialize(writer, document, json));
                break;
            case OutputFormat.Csv:
                csv();
                break;
            default:
                page();
                break;
        }
    }
}
