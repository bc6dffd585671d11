using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mainstay.Tests.House;

/// <summary>What the documentation must hold, and that it points at things that exist.</summary>
public sealed partial class DocumentationTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Links_lead_somewhere() => Verdict.Clean(
        from page in SourceTree.Docs
        from Match link in Link().Matches(Fence().Replace(page.Text, ""))
        let target = link.Groups["to"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !Resolves(page, target)
        select $"{page.Path} links to {target}, which is not there. Mend the link, or write the page.");

    [Fact]
    public void The_changelog_has_a_section_for_this_version()
    {
        var version = XDocument.Parse(Page("Directory.Build.props")!.Text).Descendants("Version").Single().Value;
        Assert.True(
            Page("CHANGELOG.md")!.Lines.Any(line => line.StartsWith($"## {version}", StringComparison.Ordinal)),
            $"CHANGELOG.md has no section “## {version}”. Write what changed, in sentences for users.");
    }

    [Fact]
    public void The_glossary_knows_every_public_parameter_of_the_statistics()
    {
        var known = Code().Matches(Page("docs/reference/glossary.md")!.Text)
            .Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Verdict.Clean(
            from type in Assembly.Load("Mainstay.Statistics").GetExportedTypes()
            from method in type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(Declared))
            where (!method.IsSpecialName || method.IsConstructor) && !IsWrittenByTheCompiler(method)
            from parameter in method.GetParameters()
            where !known.Contains(parameter.Name!)
            select $"{type.Name}.{method.Name} takes {parameter.Name}, which docs/reference/glossary.md does not know. "
                + "Use the word it has, or add it there.");
    }

    [Fact]
    public void Every_model_has_a_page() => Verdict.Clean(
        from model in Assembly.Load("Mainstay.Statistics").GetExportedTypes()
        where model.GetMember("Fit", Declared).Length > 0
        let page = $"docs/explanation/{Capital().Replace(model.Name, "-$0").TrimStart('-').ToLowerInvariant()}.md"
        where Page(page) is null
        select $"{model.Name} has no {page}. Write it: story, assumptions, formula, when it misleads, sources.");

    private static SourceFile? Page(string path) => SourceTree.Files.SingleOrDefault(file => file.Path == path);

    private static bool Resolves(SourceFile page, string target)
    {
        var parts = target.Split('#');
        var full = Path.GetFullPath(Path.Combine(SourceTree.Root, page.Folder, parts[0]));
        var path = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(SourceTree.Root, full).Replace('\\', '/');
        return Path.Exists(Path.Combine(SourceTree.Root, path))
            && (parts.Length == 1 || Page(path) is not { } other || Anchors(other).Contains(parts[1]));
    }

    private static HashSet<string> Anchors(SourceFile page) =>
        [.. page.Lines.Where(line => line.StartsWith('#')).Select(line => Slug(line.TrimStart('#').Trim()))];

    private static string Slug(string heading) => NotInSlug().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static bool IsWrittenByTheCompiler(MethodBase method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "<Clone>$";

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`(?<code>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInSlug();

    [GeneratedRegex("[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capital();
}
