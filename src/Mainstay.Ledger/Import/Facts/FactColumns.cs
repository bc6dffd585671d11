using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>Which column of a file each field of a shape is read from, and which columns nobody claimed.</summary>
internal sealed class FactColumns
{
    private readonly IReadOnlyList<string> _header;
    private readonly int[] _columns;

    private FactColumns(FactShape shape, IReadOnlyList<string> header, int[] columns) =>
        (Shape, _header, _columns) = (shape, header, columns);

    public FactShape Shape { get; }

    /// <summary>Field name to column name.</summary>
    public IReadOnlyDictionary<string, string> Named =>
        Mapped.ToDictionary(pair => pair.Field.Name, pair => _header[pair.Column], StringComparer.Ordinal);

    /// <summary>Fields with their columns.</summary>
    public IReadOnlyList<(FactField Field, int Column)> Mapped =>
        [.. Shape.Fields.Zip(_columns).Where(pair => pair.Second >= 0)];

    /// <summary>Columns that are no field of the shape.</summary>
    public IReadOnlyList<int> Unclaimed => [.. Enumerable.Range(0, _header.Count).Except(_columns)];

    /// <summary>The column of a field, or −1.</summary>
    public int this[string field] =>
        Enumerable.Range(0, _columns.Length).Where(at => Shape.Fields[at].Name == field)
            .Select(at => _columns[at]).FirstOrDefault(-1);

    /// <summary>The header of a column.</summary>
    public string NameOf(int column) => _header[column];

    /// <summary>Whether any of these fields has a column.</summary>
    public bool HasAny(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (this[field] >= 0)
                return true;
        }

        return false;
    }

    /// <summary>What the header says by itself, and what a person said before that; fields nobody knows are left out.</summary>
    public static FactColumns Of(FactShape shape, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> said)
    {
        var columns = new int[shape.Fields.Count];
        Array.Fill(columns, -1);
        var taken = new HashSet<int>();
        foreach (var (name, column) in said)
        {
            if (FieldNamed(shape, name) is >= 0 and var field && IndexOf(header, column) is >= 0 and var at)
                taken.Add(columns[field] = at);
        }

        for (var field = 0; field < columns.Length; field++)
        {
            if (columns[field] < 0 && !IsSaid(shape.Fields[field], said))
                columns[field] = Surest(shape.Fields[field], header, taken);
            if (columns[field] >= 0)
                taken.Add(columns[field]);
        }

        return new FactColumns(shape, header, columns);
    }

    /// <summary>As the other, for a file that is to be read as this shape, whatever its header says.</summary>
    /// <exception cref="ImportException">A column that is needed is missing, or a mapping cannot be.</exception>
    public static FactColumns Require(
        FactShape shape, string path, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> said)
    {
        foreach (var (name, column) in said)
        {
            if (FieldNamed(shape, name) < 0)
                throw Refuse(path, $"--map {name}=…",
                    $"one of the fields {string.Join(", ", shape.Fields.Select(field => field.Name))}",
                    $"Correct the field's name.{NearestName.Question(name, shape.Fields.Select(field => field.Name))}");
            if (column.Length > 0 && IndexOf(header, column) < 0)
                throw Refuse(path, $"no column \"{column}\" for {name}", $"one of {ColumnMapping.Listed(header)}",
                    $"Correct --map.{NearestName.Question(column, header)}");
        }

        var columns = Of(shape, header, said);
        foreach (var field in shape.Fields.Where(field => field.IsRequired && columns[field.Name] < 0))
            throw Missing(field.Name, field.Meaning, field.Name);
        if (shape.OneOf.Count > 0 && !columns.HasAny([.. shape.OneOf]))
            throw Missing(string.Join(" or ", shape.OneOf), "one of them", shape.OneOf[0]);
        return columns;

        ImportException Missing(string fields, string meaning, string option) => Refuse(
            path, $"the columns {ColumnMapping.Listed(header)}", $"{shape.Sentence}: a column {fields} ({meaning})",
            $"Name it: --map {option}=COLUMN. A file needs a header line.");
    }

    private static int Surest(FactField field, IReadOnlyList<string> header, HashSet<int> taken)
    {
        var (best, surest) = (-1, int.MaxValue);
        for (var column = 0; column < header.Count; column++)
        {
            var rank = taken.Contains(column) ? -1 : field.RankOf(OrderFields.Normalise(header[column]));
            if (rank >= 0 && rank < surest)
                (best, surest) = (column, rank);
        }

        return best;
    }

    /// <summary>A person may also say that a field has no column: <c>--map mark=</c>.</summary>
    private static bool IsSaid(FactField field, IReadOnlyDictionary<string, string> said) =>
        said.Keys.Any(name => field.RankOf(OrderFields.Normalise(name)) == 0);

    private static int FieldNamed(FactShape shape, string name)
    {
        var word = OrderFields.Normalise(name);
        var fields = shape.Fields.Select((field, at) => (Rank: field.RankOf(word), At: at)).Where(pair => pair.Rank >= 0);
        return fields.OrderBy(pair => pair.Rank).Select(pair => pair.At).FirstOrDefault(-1);
    }

    private static int IndexOf(IReadOnlyList<string> header, string column)
    {
        for (var at = 0; at < header.Count; at++)
        {
            if (string.Equals(header[at], column, StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    private static ImportException Refuse(string path, string found, string expected, string advice) =>
        new(new InputProblem(path, found, expected, advice));
}
