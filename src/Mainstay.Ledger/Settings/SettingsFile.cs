using System.Text.Json;

namespace Mainstay.Ledger.Settings;

/// <summary><c>mainstay.json</c>: JSON with comments that people edit by hand and <c>mainstay settings set</c> edits with care.</summary>
public sealed record SettingsFile(string Path)
{
    private const string Fresh =
        """
        {
          // What this business decides for itself. `mainstay settings` lists and explains every name;
          // your comments, your order and names Mainstay does not know are kept.
          "$schema": "./mainstay.schema.json"
        }

        """;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The settings in force: the file's where it has them, the defaults elsewhere.</summary>
    /// <exception cref="MistakeException">The file is not JSON, or a value in it is not allowed.</exception>
    public BusinessSettings Read() => Read(Text());

    /// <summary>Names in the file that no setting has; they are kept, and worth a hint.</summary>
    public IReadOnlyList<string> UnknownNames()
    {
        using var document = Parse(Text());
        return [.. document.RootElement.EnumerateObject().Select(property => property.Name)
            .Where(name => !name.StartsWith('$') && SettingList.All.All(setting => setting.Name != name))];
    }

    /// <summary>
    /// Sets one value and changes nothing else in the file. <paramref name="name"/> may reach inside a setting, as in
    /// <c>exchange_rates.USD</c>. The whole file is judged before it is written.
    /// </summary>
    /// <returns>The settings now in force.</returns>
    public BusinessSettings Set(string name, string value)
    {
        var change = Change(name, value);
        Write(Path, change.Text);
        return change.Settings;
    }

    /// <summary>What <see cref="Set"/> would write and which settings would then be in force; nothing is written.</summary>
    internal SettingsChange Change(string name, string value)
    {
        var path = name.Split('.');
        var setting = SettingList.Named(path[0]);
        var json = path.Length == 1 ? setting.Parse(value) : SettingText.AsNumber(value);
        var text = JsonTextEdit.Set(Text(), path, json);
        return new SettingsChange(Read(text), text);
    }

    /// <summary>
    /// Writes a change that <see cref="Change"/> has judged, together with <paramref name="other"/> or not at all: what
    /// may fail for want of space is done before, and putting the file in its place comes last.
    /// </summary>
    internal async Task SaveAfterAsync(SettingsChange change, Func<Task> other)
    {
        using var draft = new FileDraft(Path, change.Text);
        await other();
        draft.Keep();
    }

    /// <summary>Makes the file if there is none, and brings the schema beside it up to date.</summary>
    public void Ensure()
    {
        if (!File.Exists(Path))
            Write(Path, Fresh);
        var schema = System.IO.Path.Combine(Folder, "mainstay.schema.json");
        if (!File.Exists(schema) || File.ReadAllText(schema) != Schema())
            Write(schema, Schema());
    }

    /// <summary>The JSON schema shipped with the program.</summary>
    public static string Schema()
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream(typeof(SettingsFile), "mainstay.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    private string Text() => File.Exists(Path) ? File.ReadAllText(Path) : Fresh;

    private BusinessSettings Read(string text)
    {
        using var document = Parse(text);
        return SettingList.Read(document.RootElement);
    }

    private JsonDocument Parse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new JsonException("the file is not an object");
        }
        catch (JsonException exception)
        {
            var where = exception.LineNumber is { } line ? $"{Path}, line {line + 1}" : Path;
            throw new MistakeException($"{where}: the settings are not valid JSON.", where, found: null,
                "one object of names and values between { and }", "Look for a missing comma or quote near that line.");
        }
    }

    private static void Write(string path, string text)
    {
        using var draft = new FileDraft(path, text);
        draft.Keep();
    }
}
