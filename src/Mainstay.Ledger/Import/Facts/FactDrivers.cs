using System.Buffers.Text;
using System.Text;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// The columns of an activities file that count something a time equation may ask for: every column that is nothing
/// else and holds numbers only.
/// </summary>
internal sealed class FactDrivers
{
    private const int SampleRows = 5_000;
    private const int LongestCount = 24;

    private readonly (string Name, string Header, int Column)[] _columns;
    private readonly bool _decimalComma;
    private readonly byte[][] _labels;
    private readonly byte[] _counts;

    private FactDrivers((string Name, string Header, int Column)[] columns, bool decimalComma)
    {
        (_columns, _decimalComma) = (columns, decimalComma);
        _labels = [.. columns.Select(column => Encoding.UTF8.GetBytes($" {column.Name}="))];
        _counts = new byte[_labels.Sum(label => label.Length + LongestCount)];
    }

    /// <summary>No drivers.</summary>
    public static FactDrivers None { get; } = new([], decimalComma: false);

    /// <summary>The drivers' names, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(column => column.Name)];

    /// <summary>Looks at the first rows of a file.</summary>
    public static FactDrivers Find(FactColumns columns, TableSource table, CellFormats formats, DuckDb.DuckDbConnection connection)
    {
        var numbers = new Dictionary<int, bool>();
        if (columns.Shape.Kind == FactFileKind.Activities && columns.Unclaimed.Count > 0)
        {
            using var reader = table.Open(connection);
            for (var rows = 0; rows < SampleRows && reader.Read(); rows++)
            {
                foreach (var column in columns.Unclaimed)
                    Weigh(numbers, column, Cell.Trim(reader[column]), formats.DecimalComma);
            }
        }

        var drivers = numbers.Where(pair => pair.Value)
            .Select(pair => (Name: EquationText.DriverName(columns.NameOf(pair.Key)), columns.NameOf(pair.Key), pair.Key))
            .Where(driver => driver.Name.Length > 0).DistinctBy(driver => driver.Name)
            .OrderBy(driver => driver.Name, StringComparer.Ordinal);
        return new FactDrivers([.. drivers], formats.DecimalComma);
    }

    /// <summary>The counts of a row in one spelling, <c>air=1 special=2</c>; null when all could be read, else why not.</summary>
    public string? Read(TableReader reader, ref FactRow fact)
    {
        var length = 0;
        for (var at = 0; at < _columns.Length; at++)
        {
            var cell = Cell.Trim(reader[_columns[at].Column]);
            if (Cell.IsBlank(cell))
                continue;
            if (!AmountText.TryParse(cell, _decimalComma, out var count, out _) || count < 0)
                return OrderShape.Reason(
                    _columns[at].Header, cell, "a number, 0 or more: a count that time equations may ask for");
            if (count > 0)
                length = Add(length, _labels[at], count);
        }

        if (length > 0)
            fact.Detail = _counts.AsSpan(1, length - 1);
        return null;
    }

    /// <summary>Appends a space, the driver's name and its count, without zeros at the end.</summary>
    private int Add(int length, byte[] label, long count)
    {
        label.CopyTo(_counts, length);
        length += label.Length;
        Utf8Formatter.TryFormat(count / AmountText.Scale, _counts.AsSpan(length), out var written);
        length += written;
        var rest = (int)(count % AmountText.Scale);
        if (rest == 0)
            return length;
        _counts[length++] = (byte)'.';
        for (var digit = (int)AmountText.Scale / 10; rest > 0; digit /= 10)
        {
            _counts[length++] = (byte)('0' + rest / digit);
            rest %= digit;
        }

        return length;
    }

    private static void Weigh(Dictionary<int, bool> numbers, int column, ReadOnlySpan<byte> cell, bool decimalComma)
    {
        if (!Cell.IsBlank(cell))
            numbers[column] = numbers.GetValueOrDefault(column, true)
                && AmountText.TryParse(cell, decimalComma, out var count, out var currency) && currency is null && count >= 0;
    }
}
