using System.Text.Json.Nodes;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Statistics.Tests.Files;

public sealed class ModelFileTests
{
    public static TheoryData<string> Names => [.. AttritionFamilies.All.Select(family => family.Name)];

    // ---- identities

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_reads_back_to_the_last_bit(string name)
    {
        var file = FileOf(name);
        var read = ModelFile.Parse(file.ToJson());
        Assert.Equal(file.ToJson(), read.ToJson());
        AssertSame(file.Parameters, read.Parameters);
        AssertSame(file.StandardErrors, read.StandardErrors);
        AssertSame(file.Parameters, read.ToModel().Parameters);
        Assert.Equal(name, read.ToModel().Name);
        Assert.Equal(BitConverter.DoubleToInt64Bits(file.LogLikelihood!.Value), BitConverter.DoubleToInt64Bits(read.LogLikelihood!.Value));
        Assert.Equal(file.Diagnosis, read.Diagnosis);
        Assert.Equal((2357, 1016, true), (read.Customers, read.DistinctRows, read.Converged));
        Assert.Equal(("week", new DateOnly(1997, 9, 30)), (read.Period, read.AsOf!.Value));
        Assert.Equal(("mainstay-model", "1.0", "9.9"), (read.Format, read.Version, read.EngineVersion));
    }

    [Theory]
    [InlineData("bg-cnbd-k")]
    [InlineData("mbg-cnbd-k")]
    public void The_number_of_stages_is_kept(string name)
    {
        var fit = AttritionFamilies.Named(name)!.FitTo(PurchaseLog.Grocery.Histories);
        var read = ModelFile.Parse(ModelFile.Of(fit, null, Period.Week, "1").ToJson());
        Assert.Equal(2, read.Parameters["k"]);
        Assert.Equal(2, Assert.IsAssignableFrom<BetaGeometricCnbd>(read.ToModel()).K);
        Assert.Null(read.ToPosterior());
    }

    [Fact]
    public void The_posterior_is_kept_as_points_that_predict_the_same()
    {
        var (fit, histories) = (AttritionFamilies.MbgNbd.FitTo(PurchaseLog.Cdnow.Histories), PurchaseLog.Cdnow.Histories);
        var posterior = AttritionPosterior.Of(AttritionFamilies.MbgNbd, histories, fit.Model!)!;
        var read = ModelFile.Parse(ModelFile.Of(fit, posterior, Period.Week, "1").ToJson());
        Assert.Equal(posterior.KHat, read.Posterior!.KHat);
        Assert.Equal(posterior.EffectiveSampleSize, read.Posterior.EffectiveSampleSize);
        Assert.Equal(["r", "alpha", "a", "b"], read.Posterior.Letters);
        Assert.Equal(64, read.Posterior.Points.Count);
        Assert.All(
            posterior.Models(64).Zip(read.ToPosterior()!.Models(64)),
            pair => AssertSame(pair.First.Parameters, pair.Second.Parameters));
    }

    [Fact]
    public void Every_number_that_a_double_can_be_survives()
    {
        foreach (var value in new[] { Math.PI, 1.0 / 3, 5e-324, double.MaxValue, 0.1 + 0.2, 1e-17 })
        {
            var file = FileOf("nbd") with { Parameters = new Dictionary<string, double> { ["r"] = value, ["alpha"] = 2 } };
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(value),
                BitConverter.DoubleToInt64Bits(ModelFile.Parse(file.ToJson()).ToModel().Parameters["r"]));
        }
    }

    // ---- degenerate

    [Fact]
    public void A_refused_fit_is_a_file_without_a_model()
    {
        var fit = AttritionFamilies.BgNbd.FitTo(new PurchaseHistories([0, 0, 1], [0, 0, 2], [5, 9, 7]));
        var read = ModelFile.Parse(ModelFile.Of(fit, null, Period.Day, "1").ToJson());
        Assert.Null(read.Model);
        Assert.Null(read.LogLikelihood);
        Assert.NotEmpty(read.Diagnosis);
        Assert.Equal(
            "the model file holds no model: the data refused one.",
            Assert.Throws<FormatException>(() => read.ToModel()).Message);
    }

    [Fact]
    public void A_later_minor_version_and_unknown_fields_are_read() => Assert.Equal(
        "nbd", Changed(json => { json["version"] = "1.7"; json["from_the_future"] = 1; }).ToModel().Name);

    // ---- refusals

    [Theory]
    [InlineData("\"version\": \"1.0\"", "\"version\": \"2.0\"",
        "the model file has format version 2.0; this program reads 1.x. Use the Mainstay that wrote it, or a newer one.")]
    [InlineData("mainstay-model", "other-model", "this is not a model file: \"format\" is not \"mainstay-model\".")]
    [InlineData("\"format\"", "\"shape\"", "this is not a model file: \"format\" is not \"mainstay-model\".")]
    public void Another_format_is_refused_by_name(string written, string changed, string message) => Assert.Equal(
        message, Assert.Throws<FormatException>(() => ModelFile.Parse(
            FileOf("nbd").ToJson().Replace(written, changed, StringComparison.Ordinal))).Message);

    [Theory]
    [InlineData("", "this is not a model file: ")]
    [InlineData("[1]", "this is not a model file: \"format\" is not \"mainstay-model\".")]
    [InlineData("customer,date\n1,2020-01-01", "this is not a model file: ")]
    [InlineData("{\"format\":\"mainstay-model\",\"version\":\"1.0\"}", "the model file is damaged: ")]
    [InlineData("{\"format\":7,\"version\":\"1.0\"}", "this is not a model file: \"format\" is not \"mainstay-model\".")]
    public void What_is_no_model_file_is_refused(string text, string message) => Assert.StartsWith(
        message, Assert.Throws<FormatException>(() => ModelFile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_short_is_refused() => Assert.StartsWith(
        "this is not a model file: ",
        Assert.Throws<FormatException>(() => ModelFile.Parse(FileOf("nbd").ToJson()[..200])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_none_is_refused() => Assert.StartsWith(
        "the model file is damaged: ",
        Assert.Throws<FormatException>(() => Changed(json => json["customers"] = "many")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_model_is_refused_with_those_that_are_known() => Assert.Equal(
        "the model file holds a magic-nbd, which neither predicts nor simulates from a file; expected nbd, mbg-nbd, "
        + "bg-nbd, pareto-nbd, mbg-cnbd-k, bg-cnbd-k.",
        Assert.Throws<FormatException>(() => Changed(json => json["model"] = "magic-nbd").ToModel()).Message);

    [Theory]
    [InlineData("r", -1.0, "the model file's parameters are impossible: r is -1; expected a finite number > 0.")]
    [InlineData("beta", 1.0, "the model file's parameters are impossible: nbd has no parameter beta.")]
    public void Impossible_parameters_are_refused(string letter, double value, string message) => Assert.StartsWith(
        message,
        Assert.Throws<FormatException>(() => Changed(json => json["parameters"]![letter] = value).ToModel()).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("k", 0.0)]
    [InlineData("k", 1.5)]
    [InlineData("k", 1e9)]
    public void An_impossible_number_of_stages_is_refused(string letter, double value)
    {
        var json = JsonNode.Parse(FileOf("mbg-cnbd-k").ToJson())!;
        json["parameters"]![letter] = value;
        var read = ModelFile.Parse(json.ToJsonString());
        Assert.StartsWith(
            "the model file's parameters are impossible: k is ",
            Assert.Throws<FormatException>(() => read.ToModel()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"r\":1}", "the model file's parameters are impossible: nbd needs parameter alpha")]
    [InlineData("null", "the model file is damaged: ")]
    public void Missing_parameters_are_refused(string parameters, string message) => Assert.StartsWith(
        message,
        Assert.Throws<FormatException>(
            () => Changed(json => json["parameters"] = JsonNode.Parse(parameters)).ToModel()).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("[[1]]")]
    [InlineData("[[1, -2]]")]
    [InlineData("[null]")]
    public void A_damaged_posterior_is_refused(string points)
    {
        var draws = JsonNode.Parse($$"""{"k_hat":0.1,"effective_sample_size":9,"letters":["r","alpha"],"points":{{points}}}""");
        Assert.Throws<FormatException>(() => Changed(json => json["posterior"] = draws).ToPosterior());
    }

    private static ModelFile Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(FileOf("nbd").ToJson())!;
        change(json);
        return ModelFile.Parse(json.ToJsonString());
    }

    private static ModelFile FileOf(string name)
    {
        Fit<ILatentAttrition> fit = AttritionFamilies.Named(name)!.FitTo(PurchaseLog.Cdnow.Histories);
        return ModelFile.Of(fit, null, Period.Week, "9.9") with { AsOf = new DateOnly(1997, 9, 30) };
    }

    private static void AssertSame(IReadOnlyDictionary<string, double> expected, IReadOnlyDictionary<string, double> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, p => Assert.Equal(
            BitConverter.DoubleToInt64Bits(p.Value), BitConverter.DoubleToInt64Bits(actual[p.Key])));
    }
}
