namespace Mainstay.Tests.House;

/// <summary>The repository's own text files: what a person wrote, not what a build made.</summary>
internal static class SourceTree
{
    private static readonly string[] Folders = ["src", "tests", "bench", "docs", "build", ".ci"];

    private static readonly string[] Made = ["bin", "obj", "artifacts", "node_modules", "TestResults"];

    private static readonly string[] Extensions =
    [
        ".cs", ".sql", ".razor", ".css", ".ts", ".js", ".mjs", ".md", ".csproj", ".props", ".json", ".txt", ".slnx", "",
    ];

    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(() => [.. Read()]);

    public static string Root => Golden.Root();

    public static IReadOnlyList<SourceFile> Files => All.Value;

    public static IEnumerable<SourceFile> CSharp => Files.Where(file => file.Is(".cs"));

    public static IEnumerable<SourceFile> Sql => Files.Where(file => file.Is(".sql"));

    public static IEnumerable<SourceFile> Docs => Files.Where(file => file.Is(".md"));

    public static IEnumerable<string> RootEntries =>
        new DirectoryInfo(Root).EnumerateFileSystemInfos().Select(e => e.Name);

    private static IEnumerable<SourceFile> Read()
    {
        var paths = Directory.EnumerateFiles(Root)
            .Concat(Folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists).SelectMany(Below));
        foreach (var path in paths.Where(path => Extensions.Contains(Path.GetExtension(path))))
            yield return new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !Made.Contains(Path.GetFileName(child))).SelectMany(Below));
}
