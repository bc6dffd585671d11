using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>Which column of a summary holds what, by its header and by what somebody said.</summary>
internal sealed class SummaryColumns
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<SummaryField, string> _named = [];

    /// <param name="path">The file, for messages.</param>
    /// <param name="header">Its header.</param>
    /// <param name="map">Fields and the columns somebody named for them.</param>
    public SummaryColumns(string path, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> map)
    {
        (_path, _header) = (path, header);
        foreach (var (word, column) in map)
            _named[SummaryField.Meant(word) ?? throw Unknown(word)] = column;
    }

    /// <summary>Whether the file has a column for the field.</summary>
    public bool Has(SummaryField field) => Find(field) is not null;

    /// <summary>The column of a field; null where the file has none.</summary>
    public AskedColumn? Find(SummaryField field, bool measured = false)
    {
        if (_named.TryGetValue(field, out var said))
            return Named($"--map {field.Name}=COLUMN", said, measured);
        string[] found = [.. _header.Where(column => field.Names.Contains(column, StringComparer.OrdinalIgnoreCase))];
        return found.Length switch
        {
            0 => null,
            1 => new(Option(field), found[0], measured),
            _ => throw new CommandFailedException(new Failure(
                $"several columns may hold {field.Name}", Where: _path,
                Found: $"the columns {string.Join(", ", found)}", Expected: "one",
                Do: $"say which: --map {field.Name}={found[0]}")),
        };
    }

    /// <summary>The column of a field that the model cannot do without.</summary>
    public AskedColumn Require(SummaryField field, bool measured = false) =>
        Find(field, measured) ?? throw new CommandFailedException(new Failure(
            $"the summary has no column {field.Name}", Where: _path,
            Found: $"the columns {string.Join(", ", _header)}",
            Expected: $"a column {string.Join(" or ", field.Names)}",
            Do: $"name the column it is: {Option(field)}; for an order log leave --summary out"));

    /// <summary>A column somebody named in an option.</summary>
    public AskedColumn Named(string option, string name, bool measured = false) =>
        _header.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? new(option, name, measured)
            : throw new CommandFailedException(new Failure(
                $"the summary has no column \"{name}\"", Where: _path,
                Found: $"the columns {string.Join(", ", _header)}",
                Do: $"{option} names a column of the file.{NearestName.Question(name, _header)}"));

    private static string Option(SummaryField field) => $"--map {field.Name}=COLUMN";

    private static CommandFailedException Unknown(string word)
    {
        var names = SummaryField.All.Select(field => field.Name).ToArray();
        return new(new Failure(
            $"--map {word}=COLUMN names no field of a summary", Expected: string.Join(", ", names),
            Do: NearestName.Question(word, names) is { Length: > 0 } question ? question.Trim() : null));
    }
}
