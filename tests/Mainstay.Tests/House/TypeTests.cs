using System.Text.RegularExpressions;

namespace Mainstay.Tests.House;

/// <summary>What a type may be: closed, unchanging, named for what it is, alone in its file.</summary>
public sealed partial class TypeTests
{
    /// <summary>Names that are only that, and endings that say no more.</summary>
    private static readonly string[] Attics = ["Common", "Services", "Models", "Core", "Base", "Misc", "Shared"];

    private static readonly string[] Endings = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Manager", "Base"];

    private static IReadOnlyList<SourceFile> Code => [.. SourceTree.CSharp.Where(file => file.IsUnder("src"))];

    [Fact]
    public void Types_are_sealed_static_or_a_closed_family() => Verdict.Clean(
        from file in Code
        from Match type in OpenType().Matches(file.Text)
        let name = type.Groups["name"].Value
        where !Exemptions.OpenTypes.ContainsKey(name) && !IsClosedFamily(name)
        select $"{file.Path}: {name} can be inherited. Seal it or make it static; a closed family has a private "
            + "protected constructor. What a framework demands goes into Exemptions.OpenTypes.");

    [Fact]
    public void Properties_are_set_only_while_an_object_is_made() => Verdict.Clean(
        from file in Code.Where(file => !Exemptions.Setters.ContainsKey(file.Path))
        let lines = file.Lines
        from at in Enumerable.Range(0, lines.Length)
        where Setter().IsMatch(lines[at]) && !IsForced(lines, at)
        select $"{file.Path}:{at + 1} can be set at any time. Use init, or a method that returns the changed "
            + "copy; what must be mutable goes into Exemptions.Setters.");

    [Fact]
    public void A_file_holds_one_public_type_and_is_named_after_it() => Verdict.Clean(
        from file in Code
        let names = PublicType().Matches(file.Text).Select(match => match.Groups["name"].Value).Distinct().ToList()
        where names.Count > 1 || (names.Count == 1 && file.Name.Split('.')[0] != names[0])
        select $"{file.Path} holds {string.Join(" and ", names)}. One file each, named after the type.");

    [Fact]
    public void Names_that_become_attics_are_not_used() => Verdict.Clean(
        from file in SourceTree.Files.Where(file => file.IsUnder("src", "tests", "bench"))
        from part in file.Path.Split('/')
        let name = part.Split('.')[0]
        where Attics.Contains(name) || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        select $"{file.Path}: “{part}” says nothing about what it holds and will collect everything. Name it after the "
            + "question it answers.");

    private static bool IsClosedFamily(string name) =>
        Code.Any(file => file.Text.Contains($"private protected {name}(", StringComparison.Ordinal)
            || file.Text.Contains($"private {name}(", StringComparison.Ordinal)
            || file.Text.Contains($"abstract record {name}", StringComparison.Ordinal));

    /// <summary>ADO.NET's members and Razor's parameters are settable because their frameworks set them.</summary>
    private static bool IsForced(string[] lines, int at) =>
        lines[at].Contains(" override ", StringComparison.Ordinal)
        || lines[at].Contains("Parameter", StringComparison.Ordinal)
        || (at > 0 && lines[at - 1].TrimStart().StartsWith('['));

    [GeneratedRegex(
        @"^[ ]*(public|internal(?!\s+abstract))\s+((?!sealed|static)\w+\s+)*"
        + @"(class|record(?!\s+struct))\s+(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenType();

    [GeneratedRegex(
        @"^\s*public\s[^(=]*\{[^}]*(?<!private |protected |internal )\bset\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setter();

    [GeneratedRegex(
        @"^public\s+(\w+\s+)*?(class|record struct|record|struct|interface|enum)\s+(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
