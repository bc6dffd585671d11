namespace Mainstay.Ledger.Import;

/// <summary>Columns of an export found by their header, in any case and at any place.</summary>
internal sealed class NamedColumns
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _mapping = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _header;

    /// <summary>Indexes a header; of two columns with one name the first counts.</summary>
    public NamedColumns(IReadOnlyList<string> header)
    {
        _header = header;
        for (var column = 0; column < header.Count; column++)
            _columns.TryAdd(header[column], column);
    }

    /// <summary>What was asked for by field and found.</summary>
    public IReadOnlyDictionary<string, string> Mapping => _mapping;

    /// <summary>The first of these headers that is there, or −1.</summary>
    public int this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (_columns.TryGetValue(name, out var column))
                    return column;
            }

            return -1;
        }
    }

    /// <summary>The column a field is read from, remembered for the mapping shown to people.</summary>
    public int For(OrderField field, params ReadOnlySpan<string> names)
    {
        var column = this[names];
        if (column >= 0)
            _mapping[OrderFields.NameOf(field)] = _header[column];
        return column;
    }

    /// <summary>The header of a column.</summary>
    public string NameOf(int column) => column < 0 ? "" : _header[column];
}
