using System.Text.RegularExpressions;

namespace Mainstay.Tests.House;

/// <summary>How the projects lean on each other, and what lies at the root.</summary>
public sealed partial class ProjectTests
{
    /// <summary>Cli → Web → Mainstay → { Statistics, Ledger → DuckDb }; whatever is reachable may be named.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Mainstay.Statistics"] = [],
        ["Mainstay.DuckDb"] = [],
        ["Mainstay.Ledger"] = ["Mainstay.DuckDb"],
        ["Mainstay"] = ["Mainstay.Statistics", "Mainstay.Ledger", "Mainstay.DuckDb"],
        ["Mainstay.Web"] = ["Mainstay", "Mainstay.Statistics", "Mainstay.Ledger", "Mainstay.DuckDb"],
        ["Mainstay.Cli"] = ["Mainstay.Web", "Mainstay", "Mainstay.Statistics", "Mainstay.Ledger", "Mainstay.DuckDb"],
    };

    private static readonly string[] RootMayHold =
    [
        "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "Mainstay.slnx", "mainstay", "check",
        "package.json", "package-lock.json", "Directory.Build.props", "Directory.Packages.props", "global.json",
        ".editorconfig", ".gitattributes", ".gitignore", ".npmrc", ".git", ".ci", "src", "tests", "bench", "docs",
        "build", "artifacts", "node_modules", "mainstay-data", "mainstay-demo", ".vs", ".vscode", ".idea",
        "TestResults",
    ];

    [Fact]
    public void Projects_refer_only_downwards() => Verdict.Clean(
        from project in SourceTree.Files.Where(file => file.IsUnder("src") && file.Is(".csproj"))
        let name = Path.GetFileNameWithoutExtension(project.Name)
        from Match reference in Reference().Matches(project.Text)
        let target = reference.Groups["name"].Value
        where !MayUse.TryGetValue(name, out var allowed) || !allowed.Contains(target)
        select $"{project.Path} refers to {target}, which lies above or beside it. Move the shared code down, or pass "
            + "what is needed as an argument; a new project goes into ProjectTests with what it may use.");

    [Fact]
    public void Nothing_else_lies_at_the_root() => Verdict.Clean(
        from entry in SourceTree.RootEntries
        where !RootMayHold.Contains(entry) && !entry.EndsWith(".user", StringComparison.Ordinal)
        select $"{entry} lies at the root. Put it where its question lives, or delete it.");

    [Fact]
    public void No_file_names_a_place_on_one_machine() => Verdict.Clean(
        from file in SourceTree.Files.Where(file => file.Name != "ProjectTests.cs")
        from Match found in MachinePath().Matches(file.Text)
        select $"{file.Path} names {found.Value}. Find the place at run time, from the root.");

    [GeneratedRegex(@"ProjectReference Include=""[^""]*?(?<name>[\w.]+)\.csproj""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"(?<![\w.])/(home|root|work|Users)/\w+|/tmp/\w+/\w+|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();
}
