using System.Text;
using System.Text.Json;

namespace Mainstay.Ledger.Settings;

/// <summary>Changes one value in JSON text and leaves every other byte alone: comments, order, spacing.</summary>
internal static class JsonTextEdit
{
    private static readonly JsonReaderOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Sets the value at a path of property names, adding objects and properties that are not there yet.</summary>
    /// <param name="text">A JSON object, with or without comments.</param>
    /// <param name="path">Property names from the outside in.</param>
    /// <param name="value">The new value as JSON.</param>
    public static string Set(string text, IReadOnlyList<string> path, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (start, end) = (0, bytes.Length);
        for (var depth = 0; depth < path.Count; depth++)
        {
            var members = Members(bytes.AsSpan(start, end - start), start);
            if (members.Values.TryGetValue(path[depth], out var found) && (depth == path.Count - 1 || bytes[found.Start] == '{'))
                (start, end) = found;
            else if (members.Values.ContainsKey(path[depth]))
                return Replace(bytes, found.Start, found.End, Nested(path.Skip(depth + 1), value, depth + 1));
            else
                return Insert(bytes, members, depth + 1, $"{Quote(path[depth])}: {Nested(path.Skip(depth + 1), value, depth + 1)}");
        }

        return Replace(bytes, start, end, value);
    }

    private static string Replace(byte[] bytes, int start, int end, string value) =>
        Encoding.UTF8.GetString(bytes, 0, start) + value + Encoding.UTF8.GetString(bytes, end, bytes.Length - end);

    /// <summary>A comma goes right behind the last value, the new member behind whatever comment follows it.</summary>
    private static string Insert(byte[] bytes, Object members, int depth, string member)
    {
        var tail = members.Close;
        while (tail > members.Open + 1 && bytes[tail - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            tail--;
        var needsComma = members.LastEnd is { } && !members.HasTrailingComma;
        var split = needsComma ? members.LastEnd!.Value : tail;
        var closing = bytes.AsSpan(tail, members.Close - tail).Contains((byte)'\n')
            ? Encoding.UTF8.GetString(bytes, tail, bytes.Length - tail)
            : "\n" + new string(' ', 2 * (depth - 1)) + Encoding.UTF8.GetString(bytes, members.Close, bytes.Length - members.Close);
        return Encoding.UTF8.GetString(bytes, 0, split) + (needsComma ? "," : "")
            + Encoding.UTF8.GetString(bytes, split, tail - split) + "\n" + new string(' ', 2 * depth) + member + closing;
    }

    private static string Nested(IEnumerable<string> path, string value, int depth)
    {
        var names = path.ToArray();
        if (names.Length == 0)
            return value;
        var (outer, inner) = (new string(' ', 2 * depth), new string(' ', 2 * (depth + 1)));
        return $"{{\n{inner}{Quote(names[0])}: {Nested(names.Skip(1), value, depth + 1)}\n{outer}}}";
    }

    private static string Quote(string name) => JsonSerializer.Serialize(name);

    private static Object Members(ReadOnlySpan<byte> json, int offset)
    {
        var reader = new Utf8JsonReader(json, Lenient);
        reader.Read();
        var open = offset + (int)reader.TokenStartIndex;
        var values = new Dictionary<string, (int Start, int End)>(StringComparer.Ordinal);
        int? lastEnd = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            lastEnd = offset + (int)reader.BytesConsumed;
            values[name] = (offset + start, lastEnd.Value);
        }

        var close = offset + (int)reader.TokenStartIndex;
        return new Object(open, close, lastEnd, lastEnd is { } end && HasComma(json[(end - offset)..(close - offset)]), values);
    }

    /// <summary>Whether a comma stands between the last value and the closing brace, outside comments.</summary>
    private static bool HasComma(ReadOnlySpan<byte> tail)
    {
        for (var i = 0; i < tail.Length; i++)
        {
            if (tail[i] == ',')
                return true;
            if (tail[i] != '/')
                continue;
            var rest = tail[i..];
            var length = rest.StartsWith("//"u8) ? rest.IndexOf((byte)'\n') : rest.IndexOf("*/"u8) + 1;
            if (length < 0)
                return false;
            i += length;
        }

        return false;
    }

    private sealed record Object(
        int Open, int Close, int? LastEnd, bool HasTrailingComma, Dictionary<string, (int Start, int End)> Values);
}
