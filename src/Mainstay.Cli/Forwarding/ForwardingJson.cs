using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Cli.Forwarding;

/// <summary>JSON of the forwarding protocol, generated at build time: start-up has no time for reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(ServeFile))]
internal sealed partial class ForwardingJson : JsonSerializerContext;
