using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling;

/// <summary>The options of <c>model survival</c>: which column holds what, and how the file is written.</summary>
internal sealed class SurvivalOptionSet
{
    private const string Yes = "yes";

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "CSV, TSV, Parquet, JSON lines or XLSX; .gz too.",
    };

    private readonly Option<string?> _duration = Required(
        "--duration", "How long each was observed: a number, 0 or more, in any unit.");

    private readonly Option<string?> _event = Required(
        "--event", "What ended it: 1 or yes; the cause, where there are several; 0, no, censored or empty: not yet.");

    private readonly Option<string?> _by = Options.Text("--by", "COLUMN", "Groups to compare, with a log-rank test.");

    private readonly Option<string?> _entry = Options.Text(
        "--entry", "COLUMN", "How long it had lasted when observation began; default: seen from the start.");

    private readonly Option<string?> _decimalComma = Options.OneOf<string?>(
        "--decimal-comma", "Whether numbers are written 1,5; default: as the file's own numbers show.",
        (Yes, Yes), ("no", "no"));

    private readonly Option<string?> _encoding = Options.Text(
        "--encoding", "NAME", "Encoding of a text file, such as windows-1252; default: recognised.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_duration, _event, _by, _entry, _decimalComma, _encoding])
            command.Options.Add(option);
    }

    public string PathOf(Call call) => call.Context.PathOf(call.Value(_file)!);

    public DurationColumns ColumnsOf(Call call) => new(
        new(_duration.Name, call.Value(_duration)!, HoldsNumbers: true),
        new(_event.Name, call.Value(_event)!),
        call.Value(_entry) is { } entry ? new(_entry.Name, entry, HoldsNumbers: true) : null,
        call.Value(_by) is { } by ? new(_by.Name, by) : null);

    public ReadOptions ReadingOf(Call call) => new()
    {
        DecimalComma = call.Value(_decimalComma) is { } said ? said == Yes : null,
        Encoding = call.Value(_encoding),
    };

    private static Option<string?> Required(string name, string description)
    {
        var option = Options.Text(name, "COLUMN", description);
        option.Required = true;
        return option;
    }
}
