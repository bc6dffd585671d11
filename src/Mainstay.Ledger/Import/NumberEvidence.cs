using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>What the numbers of a file say about their decimal mark. Mutable: it learns row by row.</summary>
internal sealed class NumberEvidence
{
    private int _comma;
    private int _point;
    private int _wholeShort;
    private int _wholeLong;
    private bool _isUsualMark;
    private string? _either;

    /// <summary>True when an amount carries a currency of its own.</summary>
    public bool NamesCurrency { get; private set; }

    /// <summary>True once the numbers have told, or when none of them needs telling.</summary>
    public bool IsDecided =>
        _comma + _point > 0 || _either is null || _wholeLong > 0 || (_wholeShort > 0 && !_isUsualMark);

    /// <summary>Weighs one cell.</summary>
    public void Weigh(ReadOnlySpan<byte> cell)
    {
        if (Cell.IsBlank(cell))
            return;
        if (cell.IndexOfAnyExceptInRange((byte)'-', (byte)'9') >= 0)
        {
            if (WrittenAmount.TryParse(cell, false, out _, out var currency) || WrittenAmount.TryParse(cell, true, out _, out currency))
                NamesCurrency |= currency is not null;
            else
                return;
        }

        var last = cell.LastIndexOfAny((byte)',', (byte)'.');
        if (last < 0)
        {
            _ = DateText.LeadingDigits(cell.TrimStart((byte)'-')) > 3 ? _wholeLong++ : _wholeShort++;
            return;
        }

        WeighMark(cell, last);
    }

    /// <summary>True for a decimal comma; refused when the numbers cannot tell.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="loneMarkIsDecimal">Whether a number's only mark is the decimal one, if nothing else tells.</param>
    public bool Decide(string path, bool loneMarkIsDecimal = false)
    {
        if (_comma + _point > 0)
            return _comma > _point;
        if (_either is null)
            return false;
        if (loneMarkIsDecimal)
            return !_isUsualMark;
        // "1,200" beside "950" is grouped; "1,200" beside "1200" is not. "7.125" beside "7" may be either.
        if (_wholeLong > 0)
            return !_isUsualMark;
        if (_wholeShort > 0 && !_isUsualMark)
            return false;
        throw new ImportException(new InputProblem(
            path, $"numbers such as \"{_either}\", which may be thousands or a fraction", "numbers that can be read in one way only",
            "Say which mark is the decimal one: --decimal-comma yes or --decimal-comma no."));
    }

    private void WeighMark(ReadOnlySpan<byte> cell, int last)
    {
        var mark = cell[last];
        var other = mark == ',' ? (byte)'.' : (byte)',';
        var digits = DateText.LeadingDigits(cell[(last + 1)..]);
        var before = cell[..last];
        if (before.Contains(mark))
            Count(other);
        else if (before.Contains(other) || digits != 3 || before.TrimStart("-("u8) is [] or [(byte)'0']
            || HasFourDigits(before))
            Count(mark);
        else
        {
            _either ??= Encoding.UTF8.GetString(cell);
            _isUsualMark = mark == '.';
        }
    }

    /// <summary>Whether so many digits stand before a mark that it cannot set off thousands.</summary>
    private static bool HasFourDigits(ReadOnlySpan<byte> before) =>
        before.Length > 3 && before[^4..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private void Count(byte decimalMark)
    {
        if (decimalMark == ',')
            _comma++;
        else
            _point++;
    }
}
