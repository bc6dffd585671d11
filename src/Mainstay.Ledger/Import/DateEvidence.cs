using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>What the dates of a column say about their order. Mutable: it learns row by row.</summary>
internal sealed class DateEvidence(string column)
{
    private string? _dayFirst;
    private string? _monthFirst;
    private string? _either;
    private string? _noDate;
    private long _dayFirstRow;
    private long _monthFirstRow;
    private bool _isDotted;
    private bool _hasDate;

    /// <summary>True when a date names its zone.</summary>
    public bool HasInstants { get; private set; }

    /// <summary>True once the dates have told, or when none of them needs telling.</summary>
    public bool IsDecided => _dayFirst is not null || _monthFirst is not null || _either is null || _isDotted;

    /// <summary>Weighs one cell.</summary>
    public void Weigh(ReadOnlySpan<byte> cell, long row)
    {
        if (Cell.IsBlank(cell))
            return;
        if (!DateText.TryLeadingPair(cell, out var first, out var second, out var separator))
        {
            if (DateText.TryParse(cell, null, out var moment))
                (_hasDate, HasInstants) = (true, HasInstants || moment.IsInstant);
            else
                _noDate ??= Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 40)]);
            return;
        }

        _hasDate = true;
        HasInstants |= DateText.TryParse(cell, second > 12 ? DateOrder.MonthFirst : DateOrder.DayFirst, out var placed) && placed.IsInstant;
        if (first > 12 && second <= 12)
            (_dayFirst, _dayFirstRow) = _dayFirst is null ? (Encoding.UTF8.GetString(cell), row) : (_dayFirst, _dayFirstRow);
        else if (second > 12 && first <= 12)
            (_monthFirst, _monthFirstRow) = _monthFirst is null ? (Encoding.UTF8.GetString(cell), row) : (_monthFirst, _monthFirstRow);
        else if (first != second)
        {
            _either ??= Encoding.UTF8.GetString(cell);
            _isDotted |= separator == '.';
        }
    }

    /// <summary>The order, null when no date needs one; refused when the column cannot tell.</summary>
    public DateOrder? Decide(string path, List<string> notes)
    {
        if (!_hasDate && _noDate is not null)
            throw new ImportException(new InputProblem(
                $"{path}, column \"{column}\"", $"\"{_noDate}\"", "dates such as 2024-04-25", "Name the right column: --map date=COLUMN."));
        if (_dayFirst is not null && _monthFirst is not null)
            throw Undecided(path, $"\"{_dayFirst}\" (row {_dayFirstRow}), which is day first, and \"{_monthFirst}\" (row {_monthFirstRow}), which is month first");
        if (_dayFirst is not null)
            return DateOrder.DayFirst;
        if (_monthFirst is not null)
            return DateOrder.MonthFirst;
        if (_either is null)
            return null;
        if (!_isDotted)
            throw Undecided(path, $"dates such as \"{_either}\", which may be day or month first throughout");
        notes.Add($"Dates such as \"{_either}\" were read day first, as everywhere dates are written with points.");
        return DateOrder.DayFirst;
    }

    private ImportException Undecided(string path, string found) => new(new InputProblem(
        $"{path}, column \"{column}\"", found, "dates that can be read in one way only",
        "Say which it is: --date-order dmy (25/04/2024) or --date-order mdy (04/25/2024)."));
}
