namespace Mainstay.Ledger.Refunds;

/// <summary>
/// Rising places of which some get closed for good; finds the next open one in near constant time by pointing every
/// closed place past itself (disjoint sets with path halving). Mutable, as closing is its purpose.
/// </summary>
internal sealed class OpenPlaces
{
    private readonly int[] _places;
    private readonly int[] _next;

    /// <param name="places">Rising, without repeats.</param>
    public OpenPlaces(IEnumerable<int> places)
    {
        _places = [.. places];
        _next = [.. Enumerable.Range(0, _places.Length + 1)];
    }

    /// <summary>The first open place that is not before <paramref name="from"/>.</summary>
    public int? FirstFrom(int from)
    {
        var found = Array.BinarySearch(_places, from);
        var open = Open(found < 0 ? ~found : found);
        return open < _places.Length ? _places[open] : null;
    }

    /// <summary>Closes a place; closing what is not there, or closed already, does nothing.</summary>
    public void Close(int place)
    {
        var found = Array.BinarySearch(_places, place);
        if (found >= 0 && _next[found] == found)
            _next[found] = found + 1;
    }

    private int Open(int index)
    {
        while (_next[index] != index)
            index = _next[index] = _next[_next[index]];
        return index;
    }
}
