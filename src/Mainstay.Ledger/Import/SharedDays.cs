namespace Mainstay.Ledger.Import;

/// <summary>
/// On which days customers may have more than one row. Where rows come day by day, as in most exports, one bit per
/// customer of the day at hand tells, and everybody else's rows need no grouping to be days. Mutable: it runs along
/// with the rows.
/// </summary>
internal sealed class SharedDays
{
    // A bit stands for every two-millionth customer, so that all stay in the processor's cache. Two who share it on a
    // day are taken for one, which costs a little grouping and no truth.
    private const int Bits = 1 << 21;

    // Where more rows than this share a day, grouping all of them is as fast.
    private const int OneIn = 8;
    private const int Most = 1 << 20;

    private readonly ulong[] _seen = new ulong[Bits / 64];
    private readonly List<int> _touched = [];
    private readonly List<(int Customer, int Day)> _shared = [];
    private long _rows;
    private int _day;
    private int _direction;
    private bool _unordered;

    /// <summary>Whether the rows came day by day, forwards or backwards, and few of them share one.</summary>
    public bool AreKnown => !_unordered && _shared.Count <= _rows / OneIn;

    /// <summary>
    /// Every customer and day, in days since 1970, that has more than one row; some may have one only, some stand here
    /// twice.
    /// </summary>
    public IReadOnlyList<(int Customer, int Day)> All => _shared;

    /// <summary>Takes the next row.</summary>
    public void Add(int customer, int day)
    {
        if (_unordered)
            return;
        if (_rows++ == 0)
            _day = day;
        else if (day != _day)
            Turn(day);
        var (word, bit) = ((customer & (Bits - 1)) >> 6, 1UL << (customer & 63));
        if (_seen[word] == 0)
            _touched.Add(word);
        if ((_seen[word] & bit) != 0)
        {
            _shared.Add((customer, day));
            _unordered = _shared.Count > Most;
        }

        _seen[word] |= bit;
    }

    private void Turn(int day)
    {
        var direction = Math.Sign(day - _day);
        _unordered = _direction == -direction;
        (_day, _direction) = (day, direction);
        foreach (var word in _touched)
            _seen[word] = 0;
        _touched.Clear();
    }
}
