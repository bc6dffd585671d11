using System.Text;
using System.Text.Json;

namespace Mainstay.Ledger.Import;

/// <summary>
/// One JSON object per line, or an array of objects, as a table: a key is a column, an object inside is taken apart
/// into <c>customer.id</c> and the like, a list is left out. Keys that are not in the header are passed over.
/// </summary>
internal sealed class JsonLinesReader : TableReader
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly DelimitedReader _lines;
    private readonly Dictionary<string, int> _columns;
    private readonly bool _learns;
    private readonly (int Start, int End)[] _cells = new (int, int)[MostColumns];
    private int _used;

    /// <summary>Most columns a table of objects may have.</summary>
    public const int MostColumns = 4096;

    /// <summary>Reads with a fixed header; a null one is learned row by row.</summary>
    public JsonLinesReader(TextStream source, IReadOnlyList<string>? columns, string path)
    {
        // A line of JSON never holds a raw NUL, so no line is ever split.
        _lines = new DelimitedReader(source, '\0', (byte)'\n', path, DelimitedQuotes.AreLetters);
        _learns = columns is null;
        _columns = (columns ?? []).Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>The keys met so far, in order of appearance.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Original => _lines.Original;

    /// <inheritdoc/>
    public override long Position => _lines.Position;

    /// <inheritdoc/>
    public override bool Read()
    {
        do
        {
            if (!_lines.Read())
                return false;
        }
        while (Line().Length == 0);
        Row = _lines.Row;
        Fault = null;
        _used = 0;
        Array.Clear(_cells);
        StartRow();
        try
        {
            var reader = new Utf8JsonReader(Line(), Lenient);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                Fault = "not a JSON object; one object per line is expected";
            else
                ReadObject(ref reader, "");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            Fault = "not valid JSON; one object per line is expected";
        }

        for (var column = 0; column < _columns.Count; column++)
            AddCell(_cells[column].Start, _cells[column].End);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => _lines.Dispose();

    /// <summary>The line without the brackets and commas an array of objects puts around it.</summary>
    private ReadOnlySpan<byte> Line()
    {
        var line = _lines.Original.Trim(" \t\r"u8);
        if (line.StartsWith("["u8))
            line = line[1..].TrimStart(" \t"u8);
        if (line.EndsWith(","u8))
            line = line[..^1];
        return line is [(byte)']'] or [(byte)']', (byte)';'] ? default : line.EndsWith("}]"u8) ? line[..^1] : line;
    }

    private void ReadObject(ref Utf8JsonReader reader, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadObject(ref reader, name + ".");
            else if (reader.TokenType == JsonTokenType.StartArray)
                reader.Skip();
            else if (reader.TokenType != JsonTokenType.Null && ColumnOf(name) is { } column)
                Keep(ref reader, column);
        }
    }

    private int? ColumnOf(string name)
    {
        if (_columns.TryGetValue(name, out var column))
            return column;
        if (!_learns || _columns.Count == MostColumns)
            return null;
        _columns.Add(name, _columns.Count);
        return _columns.Count - 1;
    }

    private void Keep(ref Utf8JsonReader reader, int column)
    {
        var start = _used;
        var need = _used + reader.ValueSpan.Length + 8;
        if (Scratch.Length < need)
        {
            var larger = new byte[Math.Max(need, Scratch.Length * 2)];
            Scratch.AsSpan(0, _used).CopyTo(larger);
            Scratch = larger;
        }

        if (reader.TokenType == JsonTokenType.String)
            _used += reader.CopyString(Scratch.AsSpan(_used));
        else
        {
            reader.ValueSpan.CopyTo(Scratch.AsSpan(_used));
            _used += reader.ValueSpan.Length;
        }

        _cells[column] = (~start, _used);
    }
}
