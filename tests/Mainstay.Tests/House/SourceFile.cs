namespace Mainstay.Tests.House;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string[] Lines => Text.Split('\n');

    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public bool Is(string extension) => Path.EndsWith(extension, StringComparison.Ordinal);

    public bool IsUnder(params string[] folders) =>
        folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));
}
