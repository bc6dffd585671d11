using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling;

/// <summary>The rows of a file of durations as understood, and those that could not be.</summary>
internal sealed class DurationReading
{
    // More are no groups or causes but a column of names or dates.
    private const int MostGroups = 100;

    private readonly RowRejects _rejects;

    private DurationReading(string path, EventWords words, bool isGrouped) =>
        (_rejects, Words, IsGrouped) = (new(path), words, isGrouped);

    public EventWords Words { get; }

    /// <summary>Whether a column of groups was named.</summary>
    public bool IsGrouped { get; }

    /// <summary>Understood rows by group, in ordinal order of its name.</summary>
    public SortedDictionary<string, List<ObservedDuration>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows left out.</summary>
    public long Rejected => _rejects.Count;

    public static DurationReading Of(
        IReadOnlyList<DurationRow> rows, ColumnFileReport report, DurationColumns columns, string path)
    {
        var words = EventWords.Of(rows.Select(row => row.Event));
        var reading = new DurationReading(path, words, columns.Group is not null);
        reading._rejects.AddFaults(report);
        RequireFew(reading.Words.Causes.Count, columns.Event, "causes", path);
        if (columns.Group is not null)
            RequireFew(rows.Select(row => row.Group).Distinct().Count(), columns.Group, "groups", path);
        foreach (var row in rows)
            reading.Take(row, columns, report.DecimalComma);
        if (reading.Groups.Count == 0)
            throw reading._rejects.Nothing("a duration and an event in each row", "check --duration and --event");
        return reading;
    }

    /// <summary>Says on the talk stream what was left out and why.</summary>
    public void SayRejects(Call call) => _rejects.Say(call);

    private void Take(DurationRow row, DurationColumns columns, bool decimalComma)
    {
        var duration = Number(row, row.Duration, columns.Duration, decimalComma);
        if (duration is not { } time)
            return;
        var entry = 0.0;
        if (columns.Entry is { } column && row.Entry.Length > 0)
        {
            if (Number(row, row.Entry, column, decimalComma) is not { } number)
                return;
            entry = number;
            if (entry > 0 && entry >= time)
            {
                Reject(row, $"{column.Name} is {row.Entry} and {columns.Duration.Name} {row.Duration}; "
                    + "expected an entry before the end");
                return;
            }
        }

        if (Words.CauseOf(row.Event) is not { } cause)
        {
            Reject(row, $"{columns.Event.Name} \"{row.Event}\" means nothing here; expected {Words.Expected}");
            return;
        }

        var name = columns.Group is null ? "all" : row.Group.Length == 0 ? "(empty)" : row.Group;
        if (!Groups.TryGetValue(name, out var group))
            Groups.Add(name, group = []);
        group.Add(new(time, cause, entry, row.Count));
    }

    private double? Number(DurationRow row, string text, AskedColumn column, bool decimalComma)
    {
        if (WrittenNumber.Parse(text, decimalComma) is { } number)
            return number;
        Reject(row, text.Length == 0
            ? $"{column.Name} is empty; expected a number, 0 or more"
            : $"{column.Name} \"{text}\" is not a number, 0 or more, such as {(decimalComma ? "12,5" : "12.5")}");
        return null;
    }

    private void Reject(DurationRow row, string reason) => _rejects.Add(row.FirstRow, reason, row.Count);

    private static void RequireFew(int found, AskedColumn column, string what, string path)
    {
        if (found <= MostGroups)
            return;
        throw new CommandFailedException(new Failure(
            $"column {column.Name} holds too many different values for {what}", Where: path,
            Found: $"{found.ToString("N0", CultureInfo.InvariantCulture)} different values",
            Expected: $"at most {MostGroups.ToString(CultureInfo.InvariantCulture)}",
            Do: $"name another column: {column.Option} COLUMN"));
    }
}
