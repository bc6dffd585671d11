using System.Text.Json;
using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>Columns of a summary by any name, and rows that cannot be.</summary>
public sealed class SummaryRowTests
{
    /// <summary>Forty customers in eight kinds, five of each.</summary>
    private static readonly string[] s_kinds =
        ["0;0;38,5", "0;0;30,25", "1;1,75;38,5", "1;20;30,25", "2;30,5;38,5", "3;12;30,25", "5;35;38,5", "9;30;30,25"];

    [Theory]
    [InlineData("x;t_x;T")]
    [InlineData("frequency;recency;t")]
    [InlineData("X;t.x;T.cal")]
    [InlineData("Frequency;TX;T")]
    [InlineData("orders;last;age", "--map", "x=orders", "--map", "recency=last", "--map", "T=Age")]
    public async Task Columns_are_found_under_their_usual_names_or_by_a_map(string header, params string[] map)
    {
        using var fit = await Fit(header, s_kinds.SelectMany(kind => Enumerable.Repeat(kind, 5)), map);

        Assert.Equal(40, fit.RootElement.GetProperty("customers").GetInt64());
        Assert.Equal(8, fit.RootElement.GetProperty("distinct_rows").GetInt64());
    }

    [Fact]
    public async Task A_weight_counts_as_so_many_equal_rows()
    {
        using var rows = await Fit("x;t_x;T", s_kinds.SelectMany(kind => Enumerable.Repeat(kind, 5)));
        using var weights = await Fit("x;t_x;T;Weights", s_kinds.Select(kind => $"{kind};5"));

        Assert.Equal(
            rows.RootElement.GetProperty("customers").GetRawText(), weights.RootElement.GetProperty("customers").GetRawText());
        Assert.Equal(
            rows.RootElement.GetProperty("log_likelihood").GetRawText(), weights.RootElement.GetProperty("log_likelihood").GetRawText());
    }

    /// <summary>With thousands in mind 38.125 beside 2 would be 38,125 weeks.</summary>
    [Fact]
    public async Task Three_decimals_are_a_fraction_and_no_thousands()
    {
        using var points = await Fit("x,t_x,T", Weighted("0,0,38.125", "2,30.571", "4,12.857"));
        using var zeros = await Fit("x,t_x,T", Weighted("0,0,38.1250", "2,30.5710", "4,12.8570"));

        Assert.Equal(
            zeros.RootElement.GetProperty("parameters").GetRawText(), points.RootElement.GetProperty("parameters").GetRawText());

        static IEnumerable<string> Weighted(string none, string two, string four) => Enumerable.Repeat(none, 20)
            .Concat(Enumerable.Repeat($"{two},38.125", 15)).Concat(Enumerable.Repeat($"{four},38.125", 5));
    }

    [Theory]
    [InlineData("2;40;38,5", "t_x is 40 and T is 38,5; expected a last purchase before the end of observation")]
    [InlineData("0;3;38,5", "x is 0 and t_x is 3; expected a recency of 0 where nobody bought again")]
    [InlineData("2;0;38,5", "x is 2 and t_x is 0; expected a recency above 0: repeat purchases come on later days")]
    [InlineData("-1;3;38,5", "x is -1; expected a whole number, 0 or more")]
    [InlineData("1,5;3;38,5", "x is 1,5; expected a whole number, 0 or more")]
    [InlineData("1;3;-2", "T is -2; expected 0 or more")]
    [InlineData("1;soon;38,5", "t_x \"soon\" is not a number such as 12,5")]
    [InlineData("1;3;", "T is empty; expected a number such as 12,5")]
    [InlineData("1;3;38,5;7", "the row has 4 cells, the header 3")]
    public async Task A_row_that_cannot_be_is_left_out_with_its_number_and_the_reason(string row, string reason)
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, "x;t_x;T", [.. s_kinds.SelectMany(kind => Enumerable.Repeat(kind, 5)), row]);

        Assert.Equal(1, run.Code);
        var said = run.Error.TrimEnd().Split('\n');
        Assert.StartsWith("s.csv, row 42: ", said[0], StringComparison.Ordinal);
        Assert.Contains(reason, said[0], StringComparison.Ordinal);
        Assert.Equal("1 row could not be taken in; correct the file and run it again.", said[1]);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(40, document.RootElement.GetProperty("customers").GetInt64());
    }

    [Fact]
    public async Task A_cohort_that_cannot_be_followed_is_seen_until_there()
    {
        using var folder = new TemporaryFolder();
        string[] whole = ["a,0,1000", "a,1,631", "a,2,468", "a,3,382"];
        var cut = await Sbg(folder, "c.csv", [.. whole, "a,5,300", "a,6,250", "b,0,500", "b,1,300", "b,2,301", "a,1,600"]);
        var seen = await Sbg(folder, "d.csv", [.. whole, "b,0,500", "b,1,300"]);

        Assert.Equal((1, 0), (cut.Code, seen.Code));
        Assert.Equal(Likelihood(seen), Likelihood(cut));
        Assert.Equal(
            [
                "c.csv, row 6: cohort a: period is 5 after 3; expected 4, without a gap",
                "c.csv, row 7: cohort a: period is 6 after 3; expected 4, without a gap",
                "c.csv, row 10: cohort b: survivors is 301 after 300; expected no more: nobody comes back",
                "c.csv, row 11: cohort a: period 1 stands in row 3 too; expected it once; --only tells cohorts apart",
                "4 rows could not be taken in; correct the file and run it again.",
            ],
            cut.Error.TrimEnd().Split('\n'));

        static string Likelihood(CommandRun run) =>
            JsonDocument.Parse(run.Out).RootElement.GetProperty("log_likelihood").GetRawText();
    }

    [Theory]
    [InlineData("x,t_x\n1,2\n", 2, "the summary has no column T", "a column T or t.cal")]
    [InlineData("x,frequency,t_x,T\n1,1,2,3\n", 2, "several columns may hold x", "--map x=x")]
    [InlineData("x,t_x,T\n", 2, "a header and no rows below it", "at least one row")]
    [InlineData("", 2, "empty", "do:")]
    [InlineData("x,t_x,T\n1,a,3\n2,b,3\n", 1, "no row could be understood", "row 2: t_x \"a\" is not a number")]
    public async Task A_file_that_holds_no_summary_is_refused_in_words(string text, int code, string said, string also)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(
            folder.Path, "model", "fit", folder.File("s.csv", text), "--summary", "--model", "nbd");

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Contains(also, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--map orders=x", "--map orders=COLUMN names no field of a summary")]
    [InlineData("--map x=orders", "the summary has no column")]
    [InlineData("--currency EUR", "--currency is for order logs")]
    [InlineData("--errors e.csv", "--errors is for order logs")]
    [InlineData("--only x=12", "no row was chosen")]
    public async Task Options_that_mean_nothing_here_are_refused(string options, string said)
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, "x;t_x;T", s_kinds, options.Split(' '));

        Assert.NotEqual(0, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> Fit(string header, IEnumerable<string> rows, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, header, rows, options);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static Task<CommandRun> Run(
        TemporaryFolder folder, string header, IEnumerable<string> rows, params string[] options) => CommandRun.In(
            folder.Path, ["model", "fit", folder.File("s.csv", string.Join('\n', rows.Prepend(header)) + "\n"),
            "--summary", "--model", "nbd", "--format", "json", .. options]);

    private static Task<CommandRun> Sbg(TemporaryFolder folder, string name, string[] rows) => CommandRun.In(
        folder.Path, "model", "fit",
        folder.File(name, string.Join('\n', rows.Prepend("cohort,period,survivors")) + "\n"),
        "--summary", "--model", "sbg", "--format", "json");
}
