using System.CommandLine;
using System.Globalization;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>
/// The options of <c>analyze</c>: how to read the files, and the business's choices for this one time.
/// </summary>
internal sealed class AnalyzeOptions
{
    public ReadingOptions Reading { get; } = new();

    public Option<string?> Model { get; } = Options.OneOf(
        "--model", "Model of repeat buying; default: auto, the one that foretold these customers' own past best.",
        [.. CustomerAnalysis.Models.Prepend(AnalysisRequest.Auto).Select(name => (name, (string?)name))]);

    public Option<string?> Report { get; } = Options.Text(
        "--report", "FILE.html", "Write the report too: one file with charts that opens from disk.");

    public Option<string[]> Rate { get; } = Options.Pairs(
        "--rate", "CODE=WORTH", "Worth of one unit of another currency, as in --rate USD=0.92; may be repeated.");

    public Option<decimal?> MarginRate { get; } = Options.Fraction(
        "--margin-rate", "Margin as a fraction of revenue where no cost is known; default: 0.30.");

    public Option<decimal?> DiscountRate { get; } = Options.Fraction(
        "--discount-rate", "What a year's wait costs; default: 0.10.");

    public Option<string?> TimeZone { get; } = Options.Text(
        "--time-zone", "ZONE", "Decides the day of an order, such as Europe/Berlin; default: UTC.");

    public void AddTo(Command command)
    {
        Reading.AddTo(command);
        command.Options.Add(Model);
        command.Options.Add(Report);
        command.Options.Add(Rate);
        command.Options.Add(MarginRate);
        command.Options.Add(DiscountRate);
        command.Options.Add(TimeZone);
    }

    /// <summary>The settings in force: a workspace's when one was named, changed by the options given.</summary>
    public BusinessSettings SettingsOf(Call call)
    {
        var settings = call.NamesWorkspace
            ? new Workspace(call.WorkspaceFolder).SettingsFile.Read()
            : new BusinessSettings();
        if (call.Value(Reading.Currency) is { } currency)
            settings = settings with { Currency = Known(currency) };
        if (call.Value(TimeZone) is { } zone)
            settings = settings with { TimeZone = KnownZone(zone) };
        if (call.Value(MarginRate) is { } margin)
            settings = settings with { MarginRate = margin, MarginRateDeclared = true };
        if (call.Value(Rate)!.Length > 0)
            settings = settings with { ExchangeRates = Rates(settings, call.Value(Rate)!) };
        return settings with { DiscountRate = call.Value(DiscountRate) ?? settings.DiscountRate };
    }

    private static Dictionary<string, decimal> Rates(BusinessSettings settings, string[] pairs)
    {
        var rates = new Dictionary<string, decimal>(settings.ExchangeRates, StringComparer.Ordinal);
        foreach (var (code, text) in Pairs.Of(pairs))
        {
            if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var worth)
                || worth <= 0)
                throw Wrong($"--rate {code}=\"{text}\" is not a number above 0", "--rate USD=0.92");
            rates[Known(code)] = worth;
        }

        return rates;
    }

    private static string Known(string code) =>
        code.Length == 3 && code.All(char.IsAsciiLetter)
            ? code.ToUpperInvariant()
            : throw Wrong($"\"{code}\" is not a currency code", "three letters of ISO 4217, such as EUR");

    private static string KnownZone(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? zone
            : throw Wrong($"--time-zone \"{zone}\" is not known here", "an IANA zone such as Europe/Berlin");

    private static CommandFailedException Wrong(string error, string expected) =>
        new(new Failure(error, Expected: expected, Do: "mainstay analyze --help"));
}
