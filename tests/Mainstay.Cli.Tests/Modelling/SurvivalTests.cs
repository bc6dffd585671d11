using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Modelling;

public sealed class SurvivalTests
{
    /// <summary>domain.md §7, oracle C, in two groups.</summary>
    private const string Reasons = """
        months,reason,plan
        1,price,a
        2,,a
        3,quality,b
        4,Price,b
        5,no,a
        6,quality,b
        7,price,a
        8,censored,b
        9,quality,a
        10,0,b

        """;

    private static readonly string[] s_columns = ["--duration", "months", "--event", "reason"];

    [Fact]
    public async Task Waltons_gives_the_medians_and_the_log_rank_test_that_R_gives()
    {
        var run = await CommandRun.Of("model", "survival", Golden.SharedData("lifelines_waltons.csv"),
            "--duration", "T", "--event", "E", "--by", "group", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var groups = document.RootElement.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(["control", "miR-137"], groups.Select(group => group.GetProperty("name").GetString()));
        Assert.Equal([58, 26], groups.Select(group => group.GetProperty("median").GetDouble()));
        Assert.Equal([129, 34], groups.Select(group => group.GetProperty("n").GetInt64()));
        Assert.Equal(156, groups.Sum(group => group.GetProperty("events").GetInt64()));
        var test = document.RootElement.GetProperty("log_rank");
        Assert.Equal(122.249, test.GetProperty("chi2").GetDouble(), tolerance: 5e-4);
        Assert.Equal(1, test.GetProperty("df").GetInt32());
        Assert.Equal(2.036e-28, test.GetProperty("p").GetDouble(), tolerance: 1e-31);
        Golden.Match(JsonShape.Of(document.RootElement), "cli/model-survival.shape.txt");
    }

    [Fact]
    public async Task Several_causes_add_up_with_those_still_there()
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, Reasons, [.. s_columns, "--format", "json"]);

        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("there is one group", document.RootElement.GetProperty("log_rank_reason").GetString());
        var group = document.RootElement.GetProperty("groups")[0];
        var causes = group.GetProperty("causes").EnumerateArray().ToArray();
        Assert.Equal(["price", "quality"], causes.Select(cause => cause.GetProperty("cause").GetString()));
        Assert.Equal([3, 3], causes.Select(cause => cause.GetProperty("events").GetInt64()));
        var survival = group.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("survival").GetDouble());
        double[][] incidence = [.. causes.Select(cause => cause.GetProperty("points").EnumerateArray()
            .Select(p => p.GetProperty("incidence").GetDouble()).ToArray())];
        Assert.Equal([.1, .1, .1, .2125, .2125, .2125, .3475], incidence[0].Take(7).Select(f => Math.Round(f, 12)));
        Assert.Equal([0, 0, .1125, .1125, .1125, .2475], incidence[1].Take(6).Select(f => Math.Round(f, 12)));
        Assert.All(survival, (s, i) => Assert.Equal(1, s + incidence[0][i] + incidence[1][i], 1e-12));
        Golden.Match(JsonShape.Of(document.RootElement), "cli/model-survival-causes.shape.txt");
    }

    [Theory]
    [InlineData("groups", "--by", "plan")]
    [InlineData("one")]
    public async Task A_person_reads_the_answer_first_within_80_columns(string name, params string[] by)
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, Reasons, [.. s_columns, .. by]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Golden.Match(run.Out, $"cli/model-survival-{name}.txt");
    }

    [Fact]
    public async Task A_single_curve_is_a_table_with_its_band_and_groups_stand_side_by_side()
    {
        using var folder = new TemporaryFolder();
        const string Table = "T,E,g\n6,1,x\n6,1,y\n6,1,x\n6,0,y\n7,1,x\n9,0,y\n10,1,x\n10,0,y\n13,1,x\n16,1,y\n";
        var one = await Run(folder, Table, "--duration", "T", "--event", "E");
        var groups = await Run(folder, Table, "--duration", "T", "--event", "E", "--by", "g");

        Golden.Match(one.Out + "\n\n" + groups.Out, "cli/model-survival-curves.txt");
        Assert.All((one.Out + groups.Out).Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Csv_has_every_step_of_every_curve_under_one_header()
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, Reasons, [.. s_columns, "--format", "csv"]);

        var lines = run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("group,cause,t,at_risk,events,survival,incidence,low,high", lines[0]);
        Assert.Equal(1 + (3 * 10), lines.Length);
        Assert.All(lines, line => Assert.Equal(9, line.Split(',').Length));
        Assert.StartsWith("all,,1,10,1,0.9,,0.47300927136", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("all,price,1,10,1,,0.1,0.00454506", lines[11], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_came_late_are_at_risk_only_from_then_on()
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, "t,e,from\n2,1,\n4,1,0\n6,0,0\n5,1,2\n7,0,3\n",
            "--duration", "t", "--event", "e", "--entry", "from", "--format", "json");

        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal([3, 4, 3, 2, 1], document.RootElement.GetProperty("groups")[0].GetProperty("points")
            .EnumerateArray().Select(point => point.GetProperty("at_risk").GetInt64()));
    }

    [Fact]
    public async Task Files_may_be_written_as_people_write_them()
    {
        using var folder = new TemporaryFolder();
        var german = "Kunde;Laufzeit;gekündigt\nä;1,5;true\nö;2,5;FALSE\nü;12,75;True\n";
        var path = Path.Combine(folder.Path, "v.csv.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
            await gzip.WriteAsync(Encoding.Latin1.GetBytes(german), TestContext.Current.CancellationToken);
        var run = await CommandRun.In(folder.Path, "model", "survival", "v.csv.gz",
            "--duration", "laufzeit", "--event", "gekündigt", "--format", "csv");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("all,,12.75,1,1,0,,,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_cannot_be_understood_are_named_and_end_in_1()
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder,
            "t,e,from\n1,yes,\n2,no,\n2,yse,\nx,yes,\nx,yes,\n-3,no,\n,no,\n4,yes,4\n5,no,soon\n6,no,0,7\n",
            "--duration", "t", "--event", "e", "--entry", "from", "--format", "csv");

        Assert.Equal(1, run.Code);
        Assert.Equal(3, run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Golden.Match(run.Error, "cli/errors/survival-rows.txt");
    }

    [Theory]
    [InlineData("no-such-column", Reasons, "--duration", "month", "--event", "reason")]
    [InlineData("no-option", Reasons, "--duration", "months")]
    [InlineData("no-file", null, "--duration", "months", "--event", "reason")]
    [InlineData("empty", "", "--duration", "months", "--event", "reason")]
    [InlineData("header-only", "months,reason\n", "--duration", "months", "--event", "reason")]
    public async Task What_cannot_be_read_is_said_in_words_and_ends_in_2(
        string name, string? text, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, text, args);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Golden.Match(
            run.Error.Replace(folder.Path, "…", StringComparison.Ordinal), $"cli/errors/survival-{name}.txt");
    }

    [Fact]
    public async Task A_column_of_names_is_neither_groups_nor_causes()
    {
        using var folder = new TemporaryFolder();
        var names = "t,e,who\n" + string.Concat(Enumerable.Range(0, 101).Select(i => $"{i},why {i},who {i}\n"));
        var causes = await Run(folder, names, "--duration", "t", "--event", "e");
        var groups = await Run(folder, names.Replace("why", "", StringComparison.Ordinal),
            "--duration", "t", "--event", "t", "--by", "who");

        Assert.Equal((2, 2), (causes.Code, groups.Code));
        Assert.Contains("column e holds too many different values for causes", causes.Error, StringComparison.Ordinal);
        Assert.Contains("too many different values for", groups.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_could_be_understood_it_ends_in_1_without_an_answer()
    {
        using var folder = new TemporaryFolder();
        var run = await Run(folder, "t,e\nsoon,1\nlater,0\n", "--duration", "t", "--event", "e");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("row 2: t \"soon\" is not a number", run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, string? text, params string[] args)
    {
        if (text is not null)
            folder.File("contracts.csv", text);
        return CommandRun.In(folder.Path, ["model", "survival", "contracts.csv", .. args]);
    }
}
