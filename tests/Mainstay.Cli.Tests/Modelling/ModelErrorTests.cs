using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;

namespace Mainstay.Cli.Tests.Modelling;

/// <summary>Files that are none, and model files that cannot be used.</summary>
public sealed class ModelErrorTests
{
    [Theory]
    [InlineData("fit", "none.csv", 2, "no file of that name")]
    [InlineData("fit", "empty.csv", 2, "empty")]
    [InlineData("fit", "header.csv", 2, "a header and no rows below it")]
    [InlineData("fit", "folder", 2, "a directory")]
    [InlineData("compare", "none.csv", 2, "no file of that name")]
    [InlineData("compare", "empty.csv", 2, "empty")]
    [InlineData("compare", "header.csv", 2, "a header and no rows below it")]
    [InlineData("compare", "folder", 2, "a directory")]
    [InlineData("fit --summary", "none.csv", 2, "no file of that name")]
    [InlineData("fit --summary", "folder", 2, "a directory")]
    public async Task A_file_that_is_none_is_named_with_what_to_do(string verb, string file, int code, string said)
    {
        using var folder = new TemporaryFolder();
        folder.File("empty.csv", "");
        folder.File("header.csv", "customer,date,amount\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        var run = await CommandRun.In(folder.Path, ["model", .. verb.Split(' '), file]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "this is not a model file")]
    [InlineData("hello", "this is not a model file")]
    [InlineData("[]", "this is not a model file")]
    [InlineData("{\"model\":\"bg-nbd\"}", "\"format\" is not \"mainstay-model\"")]
    [InlineData("{\"format\":\"mainstay-model\",\"version\":\"2.0\"}", "the model file has format version 2.0; this program reads 1.x")]
    [InlineData("{\"format\":\"mainstay-model\",\"version\":\"1.0\",\"model\":", "this is not a model file")]
    [InlineData("{\"format\":\"mainstay-model\",\"version\":\"1.9\",\"model\":\"bg-nbd\"}", "the model file is damaged")]
    public async Task A_damaged_or_newer_model_file_is_refused_in_words(string text, string said)
    {
        using var folder = new TemporaryFolder();
        folder.File("m.json", text);
        var run = await CommandRun.In(
            folder.Path, "model", "predict", folder.File("o.csv", Orders.TwentyFour), "--fitted", "m.json");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Contains("m.json", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"bg-nbd\"", "\"r\": 0.5", "\"r\": -0.5", "parameters are impossible")]
    [InlineData("\"bg-nbd\"", "\"r\": 0.5,", "", "needs parameter r")]
    [InlineData("\"prophet\"", "", "", "holds a prophet, which neither predicts nor simulates from a file; expected nbd")]
    [InlineData("\"gamma-gamma\"", "", "", "holds a gamma-gamma, which neither predicts")]
    [InlineData("null", "", "", "holds no model: the data refused one")]
    [InlineData("\"bg-nbd\"", "\"week\"", "\"lustrum\"", "the period \"lustrum\" is not known; expected day, week or month")]
    public async Task A_file_of_something_else_is_refused_in_words(string model, string from, string to, string said)
    {
        const string File = """
            {"format": "mainstay-model", "version": "1.0", "engine_version": "0", "model": MODEL,
             "parameters": {"r": 0.5, "alpha": 4, "a": 1, "b": 2}, "standard_errors": {}, "log_likelihood": -1,
             "customers": 1, "distinct_rows": 1, "converged": true, "diagnosis": [], "period": "week"}
            """;
        using var folder = new TemporaryFolder();
        var text = File.Replace("MODEL", model, StringComparison.Ordinal);
        folder.File("m.json", from.Length == 0 ? text : text.Replace(from, to, StringComparison.Ordinal));
        var run = await CommandRun.In(
            folder.Path, "model", "predict", folder.File("o.csv", Orders.TwentyFour), "--fitted", "m.json");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.json", "there is no such file")]
    [InlineData(".", "this is a folder")]
    public async Task A_model_file_that_is_none_is_named(string path, string said)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(
            folder.Path, "model", "predict", folder.File("o.csv", Orders.TwentyFour), "--fitted", path);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
