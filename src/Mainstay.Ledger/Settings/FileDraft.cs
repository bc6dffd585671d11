namespace Mainstay.Ledger.Settings;

/// <summary>
/// A text written beside its place, so that a crash or a full disk leaves the old file or the new one. Mutable: gone
/// when disposed, unless kept.
/// </summary>
internal sealed class FileDraft : IDisposable
{
    private readonly string _path;
    private readonly string _draft;

    /// <summary>Writes the draft, in UTF-8 without a mark, and makes the folder where it is missing.</summary>
    public FileDraft(string path, string text)
    {
        _path = path;
        _draft = path + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            File.WriteAllText(_draft, text);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Puts the draft in its place.</summary>
    public void Keep() => File.Move(_draft, _path, overwrite: true);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_draft);
}
