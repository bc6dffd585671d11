using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling;

/// <summary>Rows of a file that could not be understood: how many, and of the first why. Mutable: it learns.</summary>
internal sealed class RowRejects(string path)
{
    private const int MostSaid = 5;

    private readonly List<(long Row, long Count, string Reason)> _first = [];

    /// <summary>Rows left out.</summary>
    public long Count { get; private set; }

    /// <summary>So many rows left out for one reason, from <paramref name="row"/> on.</summary>
    public void Add(long row, string reason, long count = 1)
    {
        Count += count;
        if (_first.Count == MostSaid && row >= _first[^1].Row)
            return;
        _first.Add((row, count, reason));
        _first.Sort((one, other) => one.Row.CompareTo(other.Row));
        if (_first.Count > MostSaid)
            _first.RemoveAt(MostSaid);
    }

    /// <summary>Rows that are no rows of the table.</summary>
    public void AddFaults(ColumnFileReport report)
    {
        foreach (var fault in report.FirstFaults)
            Add(fault.RowNumber, fault.Reason);
        Count += report.Faults - report.FirstFaults.Count;
    }

    /// <summary>Says on the talk stream what was left out and why.</summary>
    public void Say(Call call)
    {
        if (Count == 0)
            return;
        foreach (var (row, count, reason) in _first)
        {
            var more = (count - 1).ToString("N0", CultureInfo.InvariantCulture);
            var others = count == 1 ? "" : $", and {more} more like it";
            call.Say($"{Path.GetFileName(path)}, row {row.ToString(CultureInfo.InvariantCulture)}: {reason}{others}");
        }

        var rows = Count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{Count:N0} rows");
        call.Say($"{rows} could not be taken in; correct the file and run it again.");
    }

    /// <summary>The failure of a file all of whose rows were left out.</summary>
    public CommandFailedException Nothing(string expected, string advice) => new(new Failure(
        "no row could be understood", Where: path,
        Found: $"row {_first[0].Row.ToString(CultureInfo.InvariantCulture)}: {_first[0].Reason}",
        Expected: expected, Do: advice, Code: ExitCode.Incomplete));
}
