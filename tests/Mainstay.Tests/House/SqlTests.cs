using System.Text.RegularExpressions;

namespace Mainstay.Tests.House;

/// <summary>Every query is a file with a header, run from one place.</summary>
public sealed partial class SqlTests
{
    private static IEnumerable<SourceFile> Queries => SourceTree.Sql.Where(file => file.IsUnder("src"));

    [Fact]
    public void Every_sql_file_says_what_it_answers() => Verdict.Clean(
        from file in Queries
        where !Opening().IsMatch(file.Text)
        select $"{file.Path} does not start with “-- Question  …” (a table: “-- Holds     …”) and “-- Grain     …”. "
            + "Say in words what it answers.");

    [Fact]
    public void Every_parameter_is_declared_with_its_type() => Verdict.Clean(
        from file in Queries
        let declared = Parameter().Matches(Header(file.Text)).Select(match => match.Value).ToHashSet()
        from Match use in Parameter().Matches(Body(file.Text))
        where !declared.Contains(use.Value)
        select $"{file.Path} uses {use.Value}. Declare it in its Params line, or it cannot be prepared by itself.");

    [Fact]
    public void Every_sql_file_is_used_once() => Verdict.Clean(
        from file in Queries.Where(file => !file.Folder.EndsWith("/Migrations", StringComparison.Ordinal))
        let users = SourceTree.CSharp.Count(neighbour => neighbour.Folder == file.Folder
            && Names(file.Name).Any(name => neighbour.Text.Contains($"\"{name}\"", StringComparison.Ordinal)))
        where users != 1
        select $"{file.Path} is used by {users} neighbours. One C# file beside it runs it: delete it if none does, "
            + "take the shared call out if two do.");

    [Fact]
    public void No_query_selects_everything() => Verdict.Clean(
        from file in Queries
        where SelectStar().IsMatch(Body(file.Text))
        select $"{file.Path} selects *. Name the columns it needs.");

    /// <summary>“name” and, for a file in one dialect, “name.duckdb”.</summary>
    private static string[] Names(string fileName) => [fileName[..^".sql".Length], fileName.Split('.')[0]];

    private static string Header(string text) => string.Join('\n', text.Split('\n').TakeWhile(IsComment));

    private static string Body(string text) => string.Join('\n', text.Split('\n').Where(line => !IsComment(line)));

    private static bool IsComment(string line) => line.TrimStart().StartsWith("--", StringComparison.Ordinal);

    [GeneratedRegex(@"\$[a-z_]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\A-- (Question|Holds   )  \S.*\n(--   .*\n)*-- Grain     \S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    /// <summary>A CTE's own columns, <c>cte.*</c>, are named where it is written.</summary>
    [GeneratedRegex(@"select\s+\*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SelectStar();
}
