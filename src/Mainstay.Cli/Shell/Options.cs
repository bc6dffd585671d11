using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Shell;

/// <summary>The kinds of option the commands have, each with a message that says what would have been right.</summary>
internal static class Options
{
    // More words than this beside an option push its description off the screen: they are listed in it instead.
    private const int WidestWords = 40;

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} \"{text}\" is not a date; write it as 2026-11-20");
            return null;
        },
    };

    /// <summary>One of a few words, each standing for a value; unset is the type's default.</summary>
    public static Option<T> OneOf<T>(string name, string description, params (string Word, T Value)[] choices)
    {
        var words = choices.Select(choice => choice.Word).ToArray();
        var beside = string.Join('|', words);
        var fits = beside.Length <= WidestWords;
        var option = new Option<T>(name)
        {
            Description = fits ? description : $"{description} One of {string.Join(", ", words)}.",
            HelpName = fits ? beside : "NAME",
            CustomParser = result => Chosen(result, name, choices),
        };
        option.CompletionSources.Clear();   // the enum's own names are not what people type
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>A fraction; percent signs are refused with the fraction they mean.</summary>
    public static Option<decimal?> Fraction(string name, string description, decimal most = 1) => new(name)
    {
        Description = description,
        HelpName = "FRACTION",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Number(text) is { } value && value >= 0 && value <= most)
                return value;
            result.AddError(
                $"{name} \"{text}\" is not a fraction from 0 to {most.ToString(CultureInfo.InvariantCulture)}"
                + "; write ten percent as 0.10");
            return null;
        },
    };

    /// <summary>Money above 0, in the business's currency.</summary>
    public static Option<decimal?> Amount(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Number(text) is { } value && value > 0)
                return value;
            result.AddError($"{name} \"{text}\" is not an amount above 0; write twenty-five as 25 or 25.00");
            return null;
        },
    };

    public static Option<int?> WholeNumber(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most)
                return value;
            result.AddError(string.Create(CultureInfo.InvariantCulture,
                $"{name} \"{text}\" is not a whole number from {least} to {most}"));
            return null;
        },
    };

    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Pairs such as <c>customer=Buyer</c>, given once or more.</summary>
    public static Option<string[]> Pairs(string name, string helpName, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = helpName,
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"{name} \"{token.Value}\" has no equals sign; write it as {helpName}");
        });
        return option;
    }

    /// <summary>Files to read.</summary>
    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "CSV, TSV, Parquet, JSON lines or XLSX; .gz too.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A word that begins with a dash, and is no number, is an option mistyped and not an argument.</summary>
    public static void RefuseUnknown(Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => token.Value is ['-', not (>= '0' and <= '9'), ..]) is { } token)
            result.AddError($"{UnknownOption}{token.Value}");
    });

    /// <summary>Marks the error of a mistyped option, so that the nearest real one can be offered.</summary>
    public const string UnknownOption = "unknown option ";

    private static T Chosen<T>(ArgumentResult result, string name, (string Word, T Value)[] choices)
    {
        var text = result.Tokens[0].Value;
        foreach (var (word, value) in choices)
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return value;
        var words = choices.Select(choice => choice.Word).ToArray();
        result.AddError($"{name} \"{text}\" is not one of {string.Join(", ", words)}"
            + (NearestName.To(text, words) is { } near ? $"; did you mean {near}?" : ""));
        return default!;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
