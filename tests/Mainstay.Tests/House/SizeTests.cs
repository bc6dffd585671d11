using System.Text.RegularExpressions;

namespace Mainstay.Tests.House;

/// <summary>How long a file, a method and a line may be.</summary>
public sealed partial class SizeTests
{
    private const int Longest = 500, LongWithReason = 300, LongestMethod = 40, LongestLine = 120;

    private static IEnumerable<SourceFile> Written => SourceTree.Files.Where(file =>
        file.IsUnder("src", "tests", "bench") && !file.Is(".json") && !file.Is(".txt")
        && (!file.IsUnder("tests/Golden") || file.Is(".cs")));

    [Fact]
    public void Files_are_short_enough_to_read() => Verdict.Clean(
        from file in Written
        let lines = file.Lines.Length - 1
        where lines > (Exemptions.LongFiles.ContainsKey(file.Path) ? Longest : LongWithReason)
        select $"{file.Path} has {lines} lines. Split it, or give the reason in Exemptions (never over {Longest}).");

    [Fact]
    public void Lines_fit_120_columns() => Verdict.Clean(
        from file in Written.Where(file => file.Is(".cs") || file.Is(".sql"))
        where !file.IsUnder([.. Exemptions.LongLines.Keys])
        let lines = file.Lines
        from at in Enumerable.Range(0, lines.Length)
        where lines[at].Length > LongestLine
        select $"{file.Path}:{at + 1} is over {LongestLine} columns. Break it, or name a part.");

    [Fact]
    public void Methods_fit_on_a_screen() => Verdict.Clean(
        from file in SourceTree.CSharp.Where(file => file.IsUnder("src"))
        where !Exemptions.LongMethods.ContainsKey(file.Path)
        from length in Methods(file.Lines)
        where length.Lines > LongestMethod
        select $"{file.Path}:{length.At} has {length.Lines} lines. Take a step out and name it, or give the reason in "
            + "Exemptions.LongMethods.");

    [Fact]
    public void Exemptions_still_exempt_something() => Verdict.Clean(
        from path in Exemptions.LongFiles.Keys.Concat(Exemptions.Setters.Keys).Concat(Exemptions.LongMethods.Keys)
        where SourceTree.Files.All(file => file.Path != path)
            || (Exemptions.LongFiles.ContainsKey(path)
                && SourceTree.Files.Single(file => file.Path == path).Lines.Length <= LongWithReason)
        select $"{path} needs no exemption any more. Remove it from Exemptions.");

    /// <summary>Members with a block body, by their indentation, which the formatter guarantees.</summary>
    private static IEnumerable<(int At, int Lines)> Methods(string[] lines)
    {
        for (var open = 1; open < lines.Length; open++)
        {
            if (lines[open] != "    {" || NestedType().IsMatch(lines[open - 1]))
                continue;
            var close = Array.FindIndex(lines, open, line => line.StartsWith("    }", StringComparison.Ordinal));
            if (close > 0 && lines[close] == "    }")   // "    };" closes a table of a switch or a list
                yield return (open, close - open - 1);
        }
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NestedType();
}
