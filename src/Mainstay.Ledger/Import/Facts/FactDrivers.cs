using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// The columns of an activities file that count something a time equation may ask for: every column that is nothing
/// else and holds numbers only.
/// </summary>
internal sealed class FactDrivers
{
    private const int SampleRows = 5_000;

    private readonly (string Name, string Header, int Column)[] _columns;
    private readonly bool _decimalComma;
    private readonly StringBuilder _counts = new();

    private FactDrivers((string, string, int)[] columns, bool decimalComma) =>
        (_columns, _decimalComma) = (columns, decimalComma);

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
            .Select(pair => (Name: TimeEquation.DriverName(columns.NameOf(pair.Key)), columns.NameOf(pair.Key), pair.Key))
            .Where(driver => driver.Name.Length > 0).DistinctBy(driver => driver.Name)
            .OrderBy(driver => driver.Name, StringComparer.Ordinal);
        return new FactDrivers([.. drivers], formats.DecimalComma);
    }

    /// <summary>The counts of a row in one spelling, <c>air=1 special=2</c>; null when all could be read, else why not.</summary>
    public string? Read(TableReader reader, ref FactRow fact)
    {
        _counts.Clear();
        foreach (var (name, header, column) in _columns)
        {
            var cell = Cell.Trim(reader[column]);
            if (Cell.IsBlank(cell))
                continue;
            if (!AmountText.TryParse(cell, _decimalComma, out var count, out _) || count < 0)
                return OrderShape.Reason(header, cell, "a number, 0 or more: a count that time equations may ask for");
            if (count > 0)
                _counts.Append(_counts.Length == 0 ? "" : " ").Append(name).Append('=').Append(Written(count));
        }

        if (_counts.Length > 0)
            fact.Detail = Encoding.UTF8.GetBytes(_counts.ToString());
        return null;
    }

    private static string Written(long count) =>
        ((decimal)count / AmountText.Scale).ToString("0.####", CultureInfo.InvariantCulture);

    private static void Weigh(Dictionary<int, bool> numbers, int column, ReadOnlySpan<byte> cell, bool decimalComma)
    {
        if (!Cell.IsBlank(cell))
            numbers[column] = numbers.GetValueOrDefault(column, true)
                && AmountText.TryParse(cell, decimalComma, out var count, out var currency) && currency is null && count >= 0;
    }
}
