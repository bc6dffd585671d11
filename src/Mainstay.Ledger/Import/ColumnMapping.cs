namespace Mainstay.Ledger.Import;

/// <summary>Which column of an order log each field is read from.</summary>
internal sealed class ColumnMapping
{
    private readonly int[] _columns;
    private readonly IReadOnlyList<string> _header;

    private ColumnMapping(IReadOnlyList<string> header, int[] columns) => (_header, _columns) = (header, columns);

    /// <summary>The field's column, or −1.</summary>
    public int this[OrderField field] => _columns[(int)field];

    /// <summary>Field name to column name, in the fields' order.</summary>
    public IReadOnlyDictionary<string, string> Named =>
        Enum.GetValues<OrderField>().Where(Has).ToDictionary(OrderFields.NameOf, NameOf, StringComparer.Ordinal);

    /// <summary>Whether the field has a column.</summary>
    public bool Has(OrderField field) => this[field] >= 0;

    /// <summary>The column's header.</summary>
    public string NameOf(OrderField field) => _header[this[field]];

    /// <summary>The fields' columns as the header names them, what the person said first.</summary>
    /// <exception cref="ImportException">No column for the customer or for the date, or a mapping that cannot be.</exception>
    public static ColumnMapping Of(TableSource table, ReadOptions options)
    {
        var columns = new int[Enum.GetValues<OrderField>().Length];
        var ranks = new int[columns.Length];
        Array.Fill(columns, -1);
        Array.Fill(ranks, int.MaxValue);
        var taken = new HashSet<int>();
        foreach (var (name, column) in options.Map)
        {
            var field = FieldNamed(table, name);
            ranks[(int)field] = -1;
            columns[(int)field] = column.Length == 0 ? -1 : ColumnNamed(table, name, column);
            taken.Add(columns[(int)field]);
        }

        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (taken.Contains(column) || !OrderFields.TryFind(table.Columns[column], out var field, out var rank) || rank >= ranks[(int)field])
                continue;
            (columns[(int)field], ranks[(int)field]) = (column, rank);
        }

        var mapping = new ColumnMapping(table.Columns, columns);
        mapping.RequireWhoAndWhen(table);
        return mapping;
    }

    private void RequireWhoAndWhen(TableSource table)
    {
        if (!Has(OrderField.Customer) && !Has(OrderField.Email) && !Has(OrderField.Phone))
            throw Missing(table, "customer", "a column that says who bought: customer id, email or phone");
        if (!Has(OrderField.Date))
            throw Missing(table, "date", "a column that says when: order date");
    }

    private static OrderField FieldNamed(TableSource table, string name)
    {
        foreach (var field in Enum.GetValues<OrderField>())
        {
            if (OrderFields.Normalise(OrderFields.NameOf(field)) == OrderFields.Normalise(name))
                return field;
        }

        if (OrderFields.TryFind(name, out var meant, out _))
            return meant;
        var names = string.Join(", ", Enum.GetValues<OrderField>().Select(OrderFields.NameOf));
        throw new ImportException(new InputProblem(table.File.Path, $"--map {name}=…", $"one of the fields {names}", "Correct the field's name."));
    }

    private static int ColumnNamed(TableSource table, string field, string column)
    {
        for (var index = 0; index < table.Columns.Count; index++)
        {
            if (string.Equals(table.Columns[index], column, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        throw new ImportException(new InputProblem(
            table.File.Path, $"no column \"{column}\" for {field}", $"one of {Listed(table.Columns)}", "Correct --map."));
    }

    private static ImportException Missing(TableSource table, string field, string expected) => new(new InputProblem(
        $"{table.File.Path}, header in row {Math.Max(table.HeaderRow, 1)}",
        $"the columns {Listed(table.Columns)}",
        expected,
        $"Name it: --map {field}=COLUMN. A file needs a header line."));

    /// <summary>The columns in quotes, cut where they would fill the screen.</summary>
    internal static string Listed(IReadOnlyList<string> columns)
    {
        const int Most = 24;
        const int Widest = 40;
        var shown = columns.Take(Most).Select(column => $"\"{(column.Length > Widest ? column[..Widest] + "…" : column)}\"");
        return string.Join(", ", shown) + (columns.Count > Most ? $" and {columns.Count - Most} more" : "");
    }
}
