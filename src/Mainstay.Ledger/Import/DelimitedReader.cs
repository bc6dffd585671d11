namespace Mainstay.Ledger.Import;

/// <summary>
/// Comma-, semicolon-, tab- or bar-separated text as RFC 4180 has it, read leniently: a quote inside a cell is a
/// letter, and a quote that never closes costs its own line, not the rest of the file.
/// </summary>
internal sealed class DelimitedReader : TableReader
{
    private const byte Quote = (byte)'"';

    private readonly RowBuffer _buffer;
    private readonly TextStream _source;
    private readonly byte _delimiter;
    private readonly byte _newline;
    private readonly string _path;
    private readonly List<int> _escaped = [];
    private int _rowEnd;
    private readonly DelimitedQuotes _quotes;
    private bool _quotesAreLetters;
    private bool _isMisquoted;

    /// <summary>Reads UTF-8 from <paramref name="source"/> and owns it.</summary>
    public DelimitedReader(
        TextStream source, char delimiter, byte newline, string path, DelimitedQuotes quotes = DelimitedQuotes.Enclose)
    {
        _quotes = quotes;
        _source = source;
        _buffer = new RowBuffer(source);
        _delimiter = (byte)delimiter;
        _newline = newline;
        _path = path;
        Bytes = _buffer.Bytes;
    }

    private ReadOnlySpan<byte> Window => Bytes.AsSpan(_buffer.Start, _buffer.Filled - _buffer.Start);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Original => Bytes.AsSpan(_buffer.Start, _rowEnd - _buffer.Start).TrimEnd("\r\n"u8);

    /// <inheritdoc/>
    public override long Position => _source.Consumed;

    /// <inheritdoc/>
    public override bool Read()
    {
        _buffer.MoveTo(_rowEnd);
        _quotesAreLetters = _quotes == DelimitedQuotes.AreLetters;
        Fault = null;
        while (!TrySplit())
        {
            if (!_isMisquoted && !_buffer.IsTooLong && !_buffer.IsAtEnd)
            {
                _buffer.Refill();
                Bytes = _buffer.Bytes;
                continue;
            }

            if (_quotesAreLetters || !_isMisquoted && !_buffer.IsAtEnd && !Window.Contains(_newline))
                throw TooLong();
            _quotesAreLetters = true;
            Fault = "a quote opens in this row and does not close before the next comes; close it or double it";
        }

        if (_rowEnd == _buffer.Start)
            return false;
        if (_escaped.Count > 0)
            Unescape();
        Row++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => _buffer.Dispose();

    /// <summary>Splits the row at the window's start; false when the window ends inside it.</summary>
    private bool TrySplit()
    {
        StartRow();
        _escaped.Clear();
        _isMisquoted = false;
        var filled = _buffer.Filled;
        var window = Bytes.AsSpan(0, filled);
        var at = _buffer.Start;
        if (at == filled)
        {
            _rowEnd = at;
            return _buffer.IsAtEnd;
        }

        while (true)
        {
            if (at < filled && window[at] == Quote && !_quotesAreLetters)
            {
                if (!TryQuoted(window, ref at))
                    return false;
            }
            else
            {
                var length = window[at..].IndexOfAny(_delimiter, _newline);
                if (length < 0 && !_buffer.IsAtEnd)
                    return false;
                var stop = length < 0 ? filled : at + length;
                AddCell(at, stop);
                at = stop;
            }

            if (at == filled || window[at] == _newline)
                break;
            at++;
        }

        TrimLastCell((byte)'\r');
        _rowEnd = Math.Min(at + 1, filled);
        return true;
    }

    /// <summary>Reads a cell in quotes; letters after the closing quote are kept as they are.</summary>
    private bool TryQuoted(ReadOnlySpan<byte> window, ref int at)
    {
        var start = at + 1;
        var scan = start;
        var isEscaped = false;
        while (true)
        {
            var length = window[scan..].IndexOf(Quote);
            if (length < 0)
                return false;
            scan += length + 1;
            if (scan == window.Length && !_buffer.IsAtEnd)
                return false;
            if (scan == window.Length || window[scan] != Quote)
                break;
            isEscaped = true;
            scan++;
        }

        var close = scan - 1;
        var tail = window[scan..].IndexOfAny(_delimiter, _newline);
        if (tail < 0 && !_buffer.IsAtEnd)
            return false;
        at = tail < 0 ? window.Length : scan + tail;
        var hasTail = window[scan..at].Trim(" \r"u8).Length > 0;
        _isMisquoted = hasTail && window[start..close].Contains(_newline);
        if (_isMisquoted)
            return false;
        if (isEscaped || hasTail)
            _escaped.Add(Count);
        AddCell(start, hasTail ? at : close);
        return true;
    }

    /// <summary>Writes cells with doubled quotes, or with letters behind the closing one, afresh.</summary>
    private void Unescape()
    {
        if (Scratch.Length < _rowEnd - _buffer.Start)
            Scratch = new byte[Bytes.Length];
        var to = 0;
        foreach (var column in _escaped)
        {
            var (from, end) = CellAt(column);
            var start = to;
            for (; from < end; from++)
            {
                if (Bytes[from] == Quote && (from + 1 == end || Bytes[from + 1] != Quote))
                    continue;
                Scratch[to++] = Bytes[from];
                if (Bytes[from] == Quote)
                    from++;
            }

            MoveCell(column, ~start, to);
        }
    }

    private ImportException TooLong() => new(new InputProblem(
        $"{Path.GetFileName(_path)}, row {Row + 1}",
        $"a line of more than {RowBuffer.LongestRow / (1024 * 1024)} MB",
        "rows of a table, each on its own line",
        "Check that this is the orders file and that its lines end where they should."));
}
