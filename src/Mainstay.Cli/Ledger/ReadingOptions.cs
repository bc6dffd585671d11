using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Ledger;

/// <summary>
/// What a person may say about a file that the file does not say itself; shared by analyze and import.
/// </summary>
internal sealed class ReadingOptions
{
    private const string Yes = "yes";

    private static readonly (string Word, DateOrder? Value)[] Orders =
        [("dmy", Mainstay.Ledger.Import.DateOrder.DayFirst), ("mdy", Mainstay.Ledger.Import.DateOrder.MonthFirst)];

    public Argument<string[]> Files { get; } = Options.Files();

    public Option<string[]> Map { get; } = Options.Pairs(
        "--map", "FIELD=COLUMN", "Which column holds a field, as in --map customer=Buyer; may be repeated.");

    public Option<DateOrder?> DateOrder { get; } = Options.OneOf(
        "--date-order", "What 03/04/2024 means: dmy is 3 April, mdy March 4.", Orders);

    /// <summary>A word, for the parser takes an option that is true or false for a flag without a value.</summary>
    public Option<string?> DecimalComma { get; } = Options.OneOf<string?>(
        "--decimal-comma", "Whether amounts are written 1.234,50; default: as the file's own numbers show.",
        (Yes, Yes), ("no", "no"));

    public Option<string?> Encoding { get; } = Options.Text(
        "--encoding", "NAME", "Encoding of a text file, such as windows-1252; default: recognised.");

    public Option<string?> Currency { get; } = Options.Text(
        "--currency", "CODE", "Currency of amounts in a file that names none, such as EUR.");

    public Option<string?> Errors { get; } = Options.Text(
        "--errors", "FILE", "Where rows that could not be understood go, with the reason.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Map);
        command.Options.Add(DateOrder);
        command.Options.Add(DecimalComma);
        command.Options.Add(Encoding);
        command.Options.Add(Currency);
        command.Options.Add(Errors);
    }

    /// <summary>Full paths of the files named.</summary>
    public IReadOnlyList<string> PathsOf(Call call) => [.. call.Value(Files)!.Select(call.Context.PathOf)];

    public ReadOptions Of(Call call) => new()
    {
        Map = Pairs.Of(call.Value(Map)!),
        DateOrder = call.Value(DateOrder),
        DecimalComma = call.Value(DecimalComma) is { } said ? said == Yes : null,
        Encoding = call.Value(Encoding),
        Currency = call.Value(Currency)?.ToUpperInvariant(),
    };
}
